// While a mail's text is written, the server says how it will read: the page does without this script, by its button.
const form = document.querySelector('[data-mail-text]');
const shown = document.querySelector('[data-mail-shown]');

let asked = 0;
async function show() {
  const mine = ++asked;
  const answer = await fetch(form.dataset.mailText, { method: 'POST', body: new FormData(form), headers: { Accept: 'text/html' } });
  if (answer.ok && !answer.redirected && mine === asked) shown.innerHTML = await answer.text();
}

let wait;
form.addEventListener('input', () => {
  clearTimeout(wait);
  wait = setTimeout(show, 300);
});
