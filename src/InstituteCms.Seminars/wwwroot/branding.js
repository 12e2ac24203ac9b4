// While a colour is chosen, the server says how it will look: the page does without this script, by its button.
const field = document.querySelector('[data-accent]');
const picker = document.querySelector('[data-accent-picker]');
const shown = document.querySelector('[data-accent-shown]');

let asked = 0;
async function show() {
  const mine = ++asked;
  const answer = await fetch(`${field.dataset.accent}?accent=${encodeURIComponent(field.value)}`, { headers: { Accept: 'text/html' } });
  if (answer.ok && !answer.redirected && mine === asked) shown.innerHTML = await answer.text();
}

const hex = () => /^#?([\da-f]{3}|[\da-f]{6})$/i.test(field.value.trim());
function follow() {
  if (!hex()) {
    if (field.value.trim() === '') picker.value = picker.defaultValue;
    return;
  }
  const digits = field.value.trim().replace('#', '');
  picker.value = '#' + (digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits).toLowerCase();
}

let wait;
const soon = () => {
  clearTimeout(wait);
  wait = setTimeout(show, 250);
};

field.addEventListener('input', () => {
  follow();
  soon();
});
picker.addEventListener('input', () => {
  field.value = picker.value;
  soon();
});
follow();
picker.hidden = false;
