// Helps to write questions: shows what belongs to a kind of answer, and offers the questions and answers that another may depend on.

const area = document.querySelector('[data-questions]');
const words = JSON.parse(area?.dataset.words ?? '{}');
const of = (row, name) => row.querySelector(`[name$=".${name}"]`);
const wording = (row) => (document.documentElement.lang === 'ja' ? of(row, 'Japanese').value || of(row, 'English').value : of(row, 'English').value || of(row, 'Japanese').value).trim();
const option = (value, text) => Object.assign(document.createElement('option'), { value, textContent: text });

/* A new question is named as soon as it says something, so that others can depend on it before anything is saved. */
function name(row) {
  const id = of(row, 'Id');
  if (id.value || !wording(row)) return;
  id.value = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => 'abcdefghijklmnopqrstuvwxyz012345'[byte % 32]).join('');
}

function answersOf(row) {
  const kind = of(row, 'Kind').value;
  if (kind === 'YesNo') return [words.yes, words.no];
  if (!kind.endsWith('Choice') && !kind.endsWith('Choices')) return [];
  const [own, other] = document.documentElement.lang === 'ja' ? ['ChoicesJapanese', 'ChoicesEnglish'] : ['ChoicesEnglish', 'ChoicesJapanese'];
  return (of(row, own).value.trim() || of(row, other).value).split('\n').map((line) => line.trim()).filter(Boolean);
}

function fill(row, earlier) {
  const select = of(row, 'WhenQuestion');
  const chosen = select.value;
  const options = earlier.filter((other) => of(other, 'Id').value).map((other) => option(of(other, 'Id').value, words.only.replace('{0}', wording(other))));
  // What it depended on may stand below now: it stays chosen, and is explained when it is saved.
  const lost = chosen && !options.some((one) => one.value === chosen) ? [option(chosen, select.selectedOptions[0].textContent)] : [];
  const before = [...select.options].slice(1).map((one) => one.value + one.textContent).join();
  if (before !== [...options, ...lost].map((one) => one.value + one.textContent).join()) {
    select.replaceChildren(select.options[0], ...options, ...lost);
    select.value = chosen;
  }
  const source = earlier.find((other) => of(other, 'Id').value === select.value && select.value);
  row.querySelector('datalist').replaceChildren(...(source ? answersOf(source) : []).map((answer) => option(answer, '')));
  for (const part of row.querySelectorAll('[data-when]')) part.hidden = !select.value;
}

function arrange() {
  const rows = [...area.querySelectorAll('[data-rows] > [data-question-row]')];
  rows.forEach(name);
  rows.forEach((row, index) => {
    row.querySelector('[data-choices]').hidden = !/Choices?$/.test(of(row, 'Kind').value);
    fill(row, rows.slice(0, index));
  });
}

if (area) {
  area.addEventListener('input', arrange);
  area.addEventListener('change', arrange);
  arrange();
}
