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

/* Once it was asked for, the preview follows what is typed. */
const frame = area?.querySelector('[data-questions-frame]');
const button = area?.querySelector('[data-questions-preview]');
async function preview() {
  const answer = await fetch(button.formAction, { method: 'POST', body: new FormData(button.form) }).catch(() => null);
  if (!answer?.ok) return;
  frame.srcdoc = await answer.text();
  frame.hidden = false;
}
frame?.addEventListener('load', () => frame.contentDocument?.querySelector('[data-preview]')?.scrollIntoView());

let timer;
function follow() {
  if (frame.hidden) return;
  clearTimeout(timer);
  timer = setTimeout(preview, 600);
}

if (area) {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    preview();
  });
  area.addEventListener('input', follow);
  area.addEventListener('change', follow);
  area.addEventListener('input', arrange);
  area.addEventListener('change', arrange);
  arrange();
}
