// Shows a question only if an earlier answer is so. Without this script all questions are shown, and the server drops what is not asked.

const fields = [...document.querySelectorAll('[data-question]')];
const inputs = (field) => [...field.querySelectorAll('input, select, textarea')];
const folded = (text) => text.normalize('NFKC').trim().toLowerCase();
const field = (id) => fields.find((one) => one.dataset.question === id);

function answers(one) {
  return inputs(one)
    .filter((input) => (/^(radio|checkbox)$/.test(input.type) ? input.checked : true))
    .map((input) => input.value.trim())
    .filter(Boolean);
}

/* The same as the server's rule: what is hidden was not answered. */
function isShown(one) {
  const { when, whenKind, whenValue } = one.dataset;
  if (!when) return true;
  const source = field(when);
  if (!source || source.hidden) return false;
  const given = answers(source);
  if (whenKind === 'says') return given.some((text) => folded(text).includes(folded(whenValue)));
  if (whenKind === 'has') return given.includes(whenValue);
  return given.length === 1 && folded(given[0]) === folded(whenValue);
}

function arrange() {
  for (const one of fields) {
    one.hidden = !isShown(one);
    for (const input of inputs(one)) input.disabled = one.hidden; // What was typed stays, and is not sent.
  }
}

document.querySelectorAll('[data-when-said]').forEach((said) => said.remove());
for (const type of ['input', 'change']) {
  document.addEventListener(type, (event) => event.target.closest?.('[data-question]') && arrange());
}
arrange();
