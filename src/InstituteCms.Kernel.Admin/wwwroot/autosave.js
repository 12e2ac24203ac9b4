// Saves an editor's draft by itself, keeps what could not be saved in the browser, and tells who else is here.
// The form works without this script: it is then saved by its buttons alone.

const form = document.querySelector('form[data-user]');
const status = form.querySelector('[data-save-status]');
const others = document.querySelector('[data-others]');
const words = form.dataset;
const token = () => form.elements.__RequestVerificationToken.value;
const fieldsOf = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '__RequestVerificationToken');
const text = (fields = fieldsOf()) => JSON.stringify(fields.filter(([name]) => !name.startsWith('edit.') && name !== 'returnUrl'));
const say = (message) => { if (status.textContent !== message) status.textContent = message; };
const tell = (message) => {
  if (others.textContent !== message) others.textContent = message;
  others.hidden = !message;
};

// What the browser keeps, by user and item.
const key = () => `kept:${words.user}:${words.item}`;
const keep = () => { try { localStorage.setItem(key(), JSON.stringify({ at: Date.now(), fields: fieldsOf() })); } catch { /* Full or forbidden. */ } };
const forget = () => { try { localStorage.removeItem(key()); } catch { /* Forbidden. */ } };
const kept = () => { try { return JSON.parse(localStorage.getItem(key())); } catch { return null; } };

let saved = null; // The text that the site has; null until somebody is in the form.
let saving = null;
let halted = false;
let sent = false;
const isDirty = () => saved !== null && text() !== saved;

const begin = () => { saved ??= text(); };
form.addEventListener('focusin', begin);
if (form.contains(document.activeElement)) begin(); // The browser may have put the cursor there before this script ran.

// The first thing to do: mend what is wrong, or name what is new.
const first = form.querySelector('.input-validation-error') ?? (words.presence ? null : form.querySelector('input:not([type=hidden], [type=checkbox])'));
if (first && document.activeElement === document.body) {
  for (let parent = first.closest('details'); parent; parent = parent.parentElement.closest('details')) parent.open = true;
  first.focus();
}

function body() {
  const data = new URLSearchParams(fieldsOf());
  data.set('__RequestVerificationToken', token());
  data.set('submit.Autosave', '1');
  return data;
}

async function send() {
  const now = text();
  keep();
  let response;
  try {
    response = await fetch(form.action, { method: 'POST', body: body(), redirect: 'manual', headers: { Accept: 'application/json' } });
  } catch {
    say(words.offline);
    return 'offline';
  }

  const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : {};
  if (response.ok && answer.stamp !== undefined) {
    forget();
    saved = now;
    form.elements['edit.Stamp'].value = answer.stamp;
    if (words.item !== answer.itemId) {
      // What was new has an address now, and is called so.
      const heading = document.querySelector('h1');
      document.title = document.title.replace(heading.textContent, words.heading);
      heading.textContent = words.heading;
      Object.assign(words, { item: answer.itemId, presence: answer.presence });
      form.action = answer.address;
      history.replaceState(history.state, '', answer.address);
    }

    say(answer.message);
    tell(answer.others);
    return 'saved';
  }

  halted = answer.conflict === true;
  const expired = response.type === 'opaqueredirect' || [400, 401].includes(response.status);
  say(answer.message ?? (expired ? words.expired : words.failed));
  return 'unsaved';
}

const save = () => saving ??= send().finally(() => { saving = null; });

if (words.autosave) {
  setInterval(() => { if (!halted && !sent && isDirty()) save(); }, Number(words.autosave) * 1000);

  // A button first waits until the draft is safe, so that no answer can take the text with it.
  let passed = false;
  form.addEventListener('submit', async (event) => {
    if (passed || !(isDirty() || saving)) {
      sent = true;
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    await (saving ?? new Promise((next) => { setTimeout(next); })); // A form is not sent while it is being sent.
    const outcome = isDirty() && !halted ? await save() : 'saved';
    if (outcome === 'offline') return;
    passed = true;
    form.requestSubmit(event.submitter);
    passed = false;
  });

  addEventListener('pagehide', () => {
    if (sent || !isDirty()) return;
    keep();
    if (!halted) navigator.sendBeacon(form.action, body());
  });
}

// Back by the browser's history, the form may be older than the site's text.
addEventListener('pageshow', (event) => { if (event.persisted && sent) location.reload(); });

const presence = async () => {
  if (document.hidden || !words.presence) return;
  try {
    const response = await fetch(words.presence, { redirect: 'manual', headers: { Accept: 'application/json' } });
    if (response.ok) tell((await response.json()).others);
  } catch { /* The next time. */ }
};
setInterval(presence, 20_000);

const left = kept();
const offer = document.querySelector('[data-kept]');
if (left && text(left.fields) !== text()) {
  offer.querySelector('[data-kept-at]').textContent = new Date(left.at).toLocaleString(document.documentElement.lang);
  offer.hidden = false;
  offer.querySelector('[data-kept-drop]').addEventListener('click', () => {
    forget();
    offer.hidden = true;
  });
  offer.querySelector('[data-kept-use]').addEventListener('click', () => {
    const again = document.createElement('form');
    again.method = 'post';
    again.action = form.action;
    for (const [name, value] of [...left.fields, ['__RequestVerificationToken', token()], ['submit.Resume', '1']]) {
      again.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }

    document.body.append(again);
    sent = true;
    again.submit();
  });
}
