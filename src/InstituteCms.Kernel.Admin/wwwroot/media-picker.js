// Fields for the path of a picture (data-media-picker) get a button that opens the library; so do lists whose rows have such a field, for many
// pictures at once. What the picture shows goes to the field that data-media-alt names, or to the one called AltText beside the one called Path.
// Without this script the path is typed.
import { make, upload, receive, named } from './media-upload.js';

const dialog = document.querySelector('[data-media-dialog]');
const words = dialog.dataset;
const grid = dialog.querySelector('.media-grid');
const folders = dialog.querySelector('.media-folders');
const search = dialog.querySelector('input[type=search]');
const status = dialog.querySelector('[data-media-status]');
const heading = dialog.querySelector('h2');
const form = dialog.querySelector('[data-media-upload]');
const chooser = form.querySelector('input[type=file]');
const more = dialog.querySelector('[data-media-more]');
const take = dialog.querySelector('[data-media-take]');
const isPath = (value) => value && !/^(https?:|\/|~)/.test(value);

/* Who asks: { isMany, take(files) }. The browser gives the focus back where it was. */
let asker;
const chosen = new Map();

function done(files) {
  dialog.close();
  asker.take(files);
}

function choose(file, button) {
  if (!asker.isMany) {
    done([file]);
    return;
  }
  if (!chosen.delete(file.path)) chosen.set(file.path, file);
  button.setAttribute('aria-pressed', chosen.has(file.path));
  count();
}

function count() {
  take.hidden = !asker.isMany;
  take.disabled = chosen.size === 0;
  take.textContent = chosen.size === 1 ? words.takeOne : words.takeMany.replace('{0}', chosen.size);
}

async function look(folder, text = '', page = 1) {
  const answer = await fetch(`${words.browse}?${new URLSearchParams({ folder, words: text, page })}`).catch(() => null);
  if (!answer?.headers.get('content-type')?.includes('json')) {
    status.textContent = words.failed;
    return false;
  }
  const found = await answer.json();
  form.elements.folder.value = found.folder;
  const button = (path, name) => {
    const element = make('button', { type: 'button', textContent: name });
    element.addEventListener('click', () => look(path).then(() => (folders.querySelector('button') ?? search).focus()));
    return make('li', {}, element);
  };
  const parent = found.parent === null || text ? [] : [button(found.parent, `↑ ${found.parent.split('/').pop() || words.all}`)];
  folders.replaceChildren(...parent, ...found.folders.map((one) => button(one.path, one.name)));
  folders.hidden = folders.childElementCount === 0;
  const tiles = found.files.map((file) => {
    const element = make('button', { type: 'button', title: file.alt },
      make('span', { className: 'media-thumb' }, make('img', { src: file.thumb, alt: '', loading: 'lazy' })), make('span', { className: 'media-name', textContent: file.name }));
    if (asker.isMany) element.setAttribute('aria-pressed', chosen.has(file.path));
    element.addEventListener('click', () => choose(file, element));
    return make('li', {}, element);
  });
  if (page === 1) grid.replaceChildren(...tiles);
  else {
    grid.append(...tiles);
    tiles[0]?.firstElementChild.focus();
  }
  grid.hidden = grid.childElementCount === 0;
  more.hidden = found.next === null;
  more.onclick = () => look(folder, text, found.next);
  status.textContent = grid.hidden ? words.none : '';
  return true;
}

// Opens the dialog, with files to send where somebody has dropped or pasted them.
async function open(from, files = [], folder = '') {
  asker = from;
  chosen.clear();
  search.value = '';
  form.querySelector('[data-media-progress]').replaceChildren();
  heading.textContent = from.isMany ? words.chooseMany : words.choose;
  chooser.multiple = from.isMany;
  count();
  dialog.showModal();
  search.focus();
  if (!await look(folder) && folder) await look('');
  if (files.length > 0) await send(files);
}

async function send(files) {
  const stored = await upload(form, asker.isMany ? files : files.slice(0, 1));
  chooser.value = '';
  if (stored.length === 0) return;
  stored.forEach((file) => chosen.set(file.path, file));
  // What was refused is read before the dialog goes.
  if (form.querySelector('.field-validation-error')) {
    await look(form.elements.folder.value);
    count();
  } else done([...chosen.values()]);
}

/* One field */
const altOf = (input) => document.getElementById(input.dataset.mediaAlt ?? '') ?? document.getElementsByName(input.name.replace(/Path$/, 'AltText'))[0];
const changed = (input) => ['input', 'change'].forEach((name) => input.dispatchEvent(new Event(name, { bubbles: true })));

function fill(input, file) {
  const alt = altOf(input);
  input.value = file.path;
  if (alt && (!alt.value || alt.value === alt.dataset.offered)) {
    alt.value = file.alt;
    alt.dataset.offered = file.alt;
    changed(alt);
  }
  changed(input);
  show(input);
}

function show(input) {
  const picture = input.mediaButton?.parentElement.querySelector('img');
  if (!picture) return;
  picture.hidden = !isPath(input.value);
  if (!picture.hidden) picture.src = `${words.media}${input.value.split('/').map(encodeURIComponent).join('/')}?width=160&height=160`;
}

function equip(input) {
  if (input.mediaButton) return;
  const button = make('button', { type: 'button', className: 'btn btn-sm btn-secondary', textContent: words.choose });
  const picture = make('img', { alt: '', hidden: true });
  const from = {
    isMany: false,
    take: ([file]) => {
      fill(input, file);
      const alt = altOf(input);
      (alt && !alt.value ? alt : button).focus();
    },
  };
  const begin = (files) => open(from, files, isPath(input.value) && input.value.includes('/') ? input.value.slice(0, input.value.lastIndexOf('/')) : '');
  picture.addEventListener('error', () => { picture.hidden = true; });
  button.addEventListener('click', () => begin());
  input.mediaButton = button;
  input.after(make('div', { className: 'media-pick' }, picture, button));
  input.addEventListener('change', () => show(input));
  input.mediaBegin = begin;
  if (!input.closest('[data-rows]')) receive(input.closest('.ocat-wrapper') ?? input.parentElement, begin, form.dataset.pasted);
  show(input);
}

/* A list of them */
function equipList(list) {
  const adder = list.querySelector(':scope > [data-row-add]');
  if (!adder || adder.mediaButton || !list.querySelector(':scope > template')?.content.querySelector('[data-media-picker]')) return;
  const fields = () => [...list.querySelectorAll('[data-row] [data-media-picker]')];
  const button = make('button', { type: 'button', className: 'btn btn-sm btn-secondary', textContent: words.chooseMany });
  const from = {
    isMany: true,
    take: (files) => {
      let first;
      for (const file of files) {
        if (!fields().some((input) => input.value === '')) adder.click();
        const input = fields().find((one) => one.value === '');
        if (!input) break;
        equip(input);
        fill(input, file);
        const alt = altOf(input);
        if (alt && !alt.value) first ??= alt;
      }
      (first ?? button).focus();
    },
  };
  adder.mediaButton = button;
  adder.before(button, ' ');
  button.addEventListener('click', () => open(from));
  receive(list, (files) => open(from, files), form.dataset.pasted);
}

const equipAll = (root) => {
  if (root.matches?.('[data-media-picker]')) equip(root);
  root.querySelectorAll?.('[data-media-picker]').forEach(equip);
  root.querySelectorAll?.('[data-rows]').forEach(equipList);
};
equipAll(document);
new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(equipAll))).observe(document.body, { childList: true, subtree: true });

// A text in which a picture was pasted hands it on to its field.
document.addEventListener('media-files', (event) => {
  equip(event.target);
  event.target.mediaBegin(event.detail.map((file) => named(file, form.dataset.pasted)));
});

// A file that is dropped beside the mark must not take the place of the page.
for (const name of ['dragover', 'drop']) {
  document.addEventListener(name, (event) => {
    if (event.dataTransfer?.types.includes('Files') && !event.target.closest?.('input[type=file]')) event.preventDefault();
  });
}

let timer;
search.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => look(form.elements.folder.value, search.value), 200);
});
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  grid.querySelector('button')?.focus();
});
// The arrows go from picture to picture, as they lie.
grid.addEventListener('keydown', (event) => {
  const tiles = [...grid.querySelectorAll('button')];
  const at = tiles.indexOf(document.activeElement);
  const columns = tiles.filter((tile) => tile.offsetTop === tiles[0].offsetTop).length;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
  if (at < 0 || !step) return;
  event.preventDefault();
  (tiles[at + step] ?? (step < 0 ? search : tiles.at(-1))).focus();
});
dialog.querySelector('[data-media-close]').addEventListener('click', () => dialog.close());
take.addEventListener('click', () => done([...chosen.values()]));
chooser.addEventListener('change', () => chooser.files.length > 0 && send([...chooser.files]));
form.addEventListener('submit', (event) => event.preventDefault());
receive(dialog, send, form.dataset.pasted);
