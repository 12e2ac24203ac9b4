// The door of an event on a phone: search or scan, tick, take back, let in; with or without a connection.

import { DoorStore } from './check-in-store.js';
import { fingerprint, parseCode, scan } from './check-in-scan.js';

const door = document.querySelector('[data-door]');
const words = JSON.parse(door.dataset.words);
const part = (name) => door.querySelector(`[data-${name}]`);
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);
const folded = (text) => text.normalize('NFKC').toLowerCase();
const language = document.documentElement.lang;
const rows = new Map();
let typedTicket = '';

const store = new DoorStore(door.dataset.people, draw);

function clock(at) {
  const format = { hour: '2-digit', minute: '2-digit' };
  try {
    return new Intl.DateTimeFormat(language, { ...format, timeZone: door.dataset.zone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(language, format).format(at);
  }
}

function show(text, kind) {
  const result = part('result');
  result.textContent = text;
  result.dataset.kind = kind;
  result.hidden = !text;
}

function checkIn(person) {
  if (person.here) {
    show(say(words.already, person.name, clock(person.ticked)), 'known');
    return 'known';
  }
  store.tick(person, true);
  show(person.seats > 1 ? say(words.cameParty, person.name, person.seats) : say(words.came, person.name), 'ok');
  return 'ok';
}

function undo(person) {
  store.tick(person, false);
  show(say(words.taken, person.name), 'known');
}

function newRow() {
  const row = document.createElement('li');
  row.innerHTML = '<p><strong></strong><span></span></p><button type="button"></button>';
  row.querySelector('button').addEventListener('click', () => (row.person.here ? undo(row.person) : checkIn(row.person)));
  return row;
}

function fill(row, person) {
  row.person = person;
  row.dataset.here = person.here;
  row.querySelector('strong').textContent = person.name;
  row.querySelector('span').textContent = [
    person.seats > 1 ? say(words.party, person.seats) : '',
    person.isWalkIn ? words.walkIn : '',
    person.here ? say(words.since, clock(person.ticked)) : '',
  ].filter(Boolean).join(' · ');
  const button = row.querySelector('button');
  button.textContent = person.here ? words.undo : words.checkIn;
  button.className = person.here ? 'quiet' : '';
  button.hidden = Boolean(person.isWalkIn);
  button.setAttribute('aria-label', say(person.here ? words.undoName : words.checkInName, person.name));
}

function drawPeople(people) {
  const wanted = folded(part('search').value.trim());
  const shown = people.filter((person) => folded(person.name).includes(wanted) || (typedTicket && person.ticket === typedTicket));
  const list = part('list');
  const kept = new Set(shown.map((person) => String(person.id)));
  for (const [id, row] of rows) {
    if (!kept.has(id)) {
      row.remove();
      rows.delete(id);
    }
  }
  shown.forEach((person, at) => {
    const id = String(person.id);
    const row = rows.get(id) ?? newRow();
    rows.set(id, row);
    fill(row, person);
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
  });
  list.dataset.empty = shown.length ? '' : !store.data.known ? words.loading : people.length ? words.nobody : words.empty;
}

function drawState() {
  const { state } = store;
  const text = state === 'offline' ? (store.waiting ? say(words.waiting, store.waiting) : words.offline) : words[state] + (state === 'saved' && !store.keeps ? ` ${words.notKept}` : '');
  const shown = part('state');
  if (shown.dataset.state !== state || shown.firstChild?.textContent !== text) {
    shown.dataset.state = state;
    shown.textContent = text;
    if (state === 'signedOut') {
      const link = Object.assign(document.createElement('a'), { href: door.dataset.login, textContent: '→' });
      link.setAttribute('aria-label', text);
      shown.append(' ', link);
    }
  }
}

function drawWalkIn() {
  const { free } = store;
  const isFull = free === 0 || Boolean(store.data.whyNobody);
  part('free').textContent = free === 0 ? words.full : store.data.whyNobody ?? (free === null ? words.unlimited : say(store.state === 'offline' ? words.freeOffline : words.free, free));
  part('let-in').disabled = isFull || !store.data.known;
}

function drawRefused() {
  part('refused').replaceChildren(...store.data.refused.map(({ key, name, reason }) => {
    const line = document.createElement('li');
    line.append(say(words.notLetIn, name || words.walkIn, reason), ' ');
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'OK' });
    button.addEventListener('click', () => store.dismiss(key));
    line.append(button);
    return line;
  }));
}

function draw() {
  const people = store.people();
  const here = people.filter((person) => person.here).reduce((sum, person) => sum + person.seats, 0);
  part('count').textContent = store.data.known ? say(words.here, here, people.reduce((sum, person) => sum + person.seats, 0)) : '';
  drawPeople(people);
  drawState();
  drawWalkIn();
  drawRefused();
}

async function byCode(text) {
  const code = parseCode(text);
  const ticket = code && (await fingerprint(code));
  return { code, person: ticket ? store.people().find((person) => person.ticket === ticket) : undefined };
}

part('search').addEventListener('input', async () => {
  const code = parseCode(part('search').value);
  typedTicket = code ? await fingerprint(code) : '';
  draw();
});
part('search').addEventListener('keydown', (event) => {
  const only = rows.size === 1 ? [...rows.values()][0].person : null;
  if (event.key !== 'Enter' || !only || only.isWalkIn) return;
  event.preventDefault();
  checkIn(only);
  part('search').select();
});

part('scan').addEventListener('click', async () => {
  const dialog = part('scanner-dialog');
  const result = part('scan-result');
  try {
    const stop = await scan(part('video'), door.dataset.scanner, async (text) => {
      const { code, person } = await byCode(text);
      const kind = person ? checkIn(person) : 'wrong';
      if (!person) show(code ? words.unknown : words.noCode, 'wrong');
      result.textContent = part('result').textContent;
      result.dataset.kind = kind;
      navigator.vibrate?.(kind === 'ok' ? 80 : [80, 60, 80]);
    });
    dialog.addEventListener('close', stop, { once: true });
    dialog.showModal();
  } catch {
    show(words.noCamera, 'wrong');
    part('search').focus();
  }
});

part('walk-in').addEventListener('click', () => {
  part('walk-in-form').reset();
  draw();
  part('walk-in-dialog').showModal();
  part('walk-in-form').elements.name.focus();
});
part('walk-in-form').addEventListener('submit', (event) => {
  if (event.submitter?.value !== 'let-in') return;
  const name = event.target.elements.name.value.trim() || words.walkIn;
  store.letIn(name);
  show(say(words.letIn, name), 'ok');
});

part('forget').addEventListener('click', async () => {
  if (!confirm(words.forget)) return;
  const isForgotten = await store.forget();
  if (isForgotten) draw();
  show(isForgotten ? words.forgotten : words.cannotForget, isForgotten ? 'ok' : 'wrong');
});

draw();
store.sync();

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register(door.dataset.worker).then(async () => {
    const files = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((file) => file.href || file.src);
    const modules = ['check-in-store.js', 'check-in-scan.js'].map((name) => new URL(name, import.meta.url).href);
    const cache = await caches.open('check-in');
    await cache.addAll([location.pathname, ...files, ...modules]);
    const scanner = new URL(door.dataset.scanner, location);
    if (!('BarcodeDetector' in window)) await cache.addAll([scanner.href, new URL('qr-scanner-worker.min.js', scanner).href]);
  }).catch(() => {}); // Without it the page works on as long as it stays open.
}
