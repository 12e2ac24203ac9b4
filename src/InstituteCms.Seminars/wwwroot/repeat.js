// The dates in words follow the start as it is chosen; without this script a button shows them.
const form = document.querySelector('[data-repeat]');
const start = form.elements['Form.Start'];

async function show(value) {
  const fields = new FormData(form);
  fields.set('submit.Show', value);
  const answer = await fetch(form.action, { method: 'POST', body: fields });
  if (!answer.ok || answer.redirected) return form.requestSubmit(form.querySelector('[name="submit.Show"]'));
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.getElementById('repeat-dates').replaceChildren(...page.getElementById('repeat-dates').childNodes);
  document.getElementById('start-error').replaceWith(page.getElementById('start-error'));
  if (value) start.value = value.slice(0, 16);
  form.querySelectorAll('[aria-pressed]').forEach((button) => button.setAttribute('aria-pressed', button.value.slice(0, 16) === start.value.slice(0, 16)));
}

start.addEventListener('change', () => show(''));
form.addEventListener('submit', (event) => {
  if (event.submitter?.name !== 'submit.Show' || event.submitter === form.querySelector('[name="submit.Show"]')) return;
  event.preventDefault();
  show(event.submitter.value);
});
