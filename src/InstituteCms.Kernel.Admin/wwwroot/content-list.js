// The content list works without this script; with it the list follows the form as it is filled in.
const form = document.querySelector('form[data-live]');
const Pause = 250;
let timer;
let running;

const address = () => {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(fields).toString();
  return form.action + (query && '?' + query);
};

async function show() {
  clearTimeout(timer);
  running?.abort();
  running = new AbortController();
  const url = address();
  const results = document.querySelector(form.dataset.live);
  results.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { signal: running.signal });
    if (!answer.ok || answer.redirected) return location.assign(url);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector(form.dataset.live).replaceWith(page.querySelector(form.dataset.live));
    history.replaceState(null, '', url);
    prepare();
  } catch (error) {
    results.removeAttribute('aria-busy');
    if (error.name !== 'AbortError') console.info(error); // Offline: the button still asks.
  }
}

// While Japanese is being composed the letters are not words yet.
form?.addEventListener('input', (event) => {
  if (event.isComposing || event.target.type !== 'search') return;
  clearTimeout(timer);
  timer = setTimeout(show, Pause);
});
form?.addEventListener('compositionend', () => { timer = setTimeout(show, Pause); });
form?.addEventListener('change', (event) => {
  if (event.target.type === 'search') return;
  if (event.target.matches('[data-live-reload]')) location.assign(address());
  else show();
});
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});

// One tick for all.
function prepare() {
  document.querySelectorAll('.batch-all').forEach((label) => { label.hidden = false; });
}
document.addEventListener('change', (event) => {
  const name = event.target.dataset?.checkAll;
  if (name) document.querySelectorAll(`input[name="${name}"]`).forEach((box) => { box.checked = event.target.checked; });
});
prepare();
