// The dates in words follow the start as it is chosen; without this script a button shows them.
const form = document.querySelector('[data-repeat]');
const start = form.elements['Form.Start'];

const button = form.querySelector('[name="submit.Show"]');
button.hidden = true;

async function show(value) {
  const fields = new FormData(form);
  fields.set('submit.Show', value);
  const answer = await fetch(form.action, { method: 'POST', body: fields });
  if (!answer.ok || answer.redirected) return location.reload(); // Such as to sign in again.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.getElementById('repeat-dates').replaceChildren(...page.getElementById('repeat-dates').childNodes); // The same element, so that it is read out.
  document.getElementById('start-error').replaceWith(page.getElementById('start-error'));
  if (value) start.value = value.slice(0, 16);
  form.querySelectorAll('[aria-pressed]').forEach((day) => day.setAttribute('aria-pressed', day.value.slice(0, 16) === start.value.slice(0, 16)));
}

start.addEventListener('change', () => show(''));
form.addEventListener('submit', (event) => {
  if (event.submitter?.name !== 'submit.Show') return;
  event.preventDefault();
  show(event.submitter.value);
});
