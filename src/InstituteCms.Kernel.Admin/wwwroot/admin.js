// The admin works without this script; it only saves clicks and mistakes.

// A form of class no-multisubmit is sent once, however often its buttons are pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.classList.contains('no-multisubmit')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
});
// Coming back by the browser's history, it may be sent again.
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));

// A select with data-go leads to the address that is chosen.
document.addEventListener('change', (event) => {
  if (event.target.matches('select[data-go]')) location.assign(event.target.value);
});

// On a phone the menu opens at where one is.
document.querySelector('.side')?.addEventListener('toggle', (event) => {
  if (event.newState === 'open') event.target.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
});
