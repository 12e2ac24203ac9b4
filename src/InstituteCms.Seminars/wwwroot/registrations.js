// The list works without this script; with it one tick is enough for all on the page.
const all = document.querySelector('[data-tick-all]');
const boxes = [...document.querySelectorAll('input[form="bulk"][name="id"]')];

if (all && boxes.length > 1) {
  const box = all.querySelector('input');
  all.hidden = false;
  box.addEventListener('change', () => boxes.forEach((one) => { one.checked = box.checked; }));
  boxes.forEach((one) => one.addEventListener('change', () => { box.checked = boxes.every((other) => other.checked); }));
}
