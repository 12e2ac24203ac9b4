// Fields for the path of a picture (data-media-picker) get a button that opens the library. What the picture shows goes to the field that
// data-media-alt names, or to the one called AltText beside the one called Path. Without this script the path is typed.
import { make, upload, receive } from './media-upload.js';

const dialog = document.querySelector('[data-media-dialog]');
const words = dialog.dataset;
const grid = dialog.querySelector('.media-grid');
const folders = dialog.querySelector('.media-folders');
const search = dialog.querySelector('input[type=search]');
const status = dialog.querySelector('[data-media-status]');
const form = dialog.querySelector('[data-media-upload]');
const chooser = form.querySelector('input[type=file]');
let target;

const altOf = (input) => document.getElementById(input.dataset.mediaAlt ?? '') ?? document.getElementsByName(input.name.replace(/Path$/, 'AltText'))[0];
const changed = (input) => ['input', 'change'].forEach((name) => input.dispatchEvent(new Event(name, { bubbles: true })));

function choose(file) {
  const [input, alt] = [target, altOf(target)];
  const isFirst = alt && (!alt.value || alt.value === alt.dataset.offered);
  dialog.close();
  input.value = file.path;
  if (isFirst) {
    alt.value = file.alt;
    alt.dataset.offered = file.alt;
    changed(alt);
  }
  changed(input);
  show(input);
  (alt && !alt.value ? alt : input.mediaButton).focus();
}

async function look(folder, text = '') {
  const answer = await fetch(`${words.browse}?${new URLSearchParams({ folder, words: text })}`).catch(() => null);
  if (!answer?.ok) {
    status.textContent = words.failed;
    return;
  }
  const found = await answer.json();
  form.elements.folder.value = found.folder;
  const button = (path, name) => {
    const element = make('button', { type: 'button', textContent: name });
    element.addEventListener('click', () => look(path).then(() => folders.querySelector('button')?.focus()));
    return make('li', {}, element);
  };
  folders.replaceChildren(
    ...(found.parent === null || text ? [] : [button(found.parent, `↑ ${found.parent.split('/').pop() || words.all}`)]),
    ...found.folders.map((one) => button(one.path, one.name)));
  grid.replaceChildren(...found.files.map((file) => {
    const element = make('button', { type: 'button', title: file.alt },
      make('span', { className: 'media-thumb' }, make('img', { src: file.thumb, alt: '', loading: 'lazy' })), make('span', { className: 'media-name', textContent: file.name }));
    element.addEventListener('click', () => choose(file));
    return make('li', {}, element);
  }));
  status.textContent = found.files.length === 0 ? words.none : '';
}

function open(input) {
  target = input;
  search.value = '';
  form.querySelector('[data-media-progress]').replaceChildren();
  const folder = input.value.includes('/') && !/^(https?:|\/|~)/.test(input.value) ? input.value.slice(0, input.value.lastIndexOf('/')) : '';
  dialog.showModal();
  search.focus();
  look(folder).then(() => folder && status.textContent === words.failed && look(''));
}

function show(input) {
  const picture = input.mediaButton.parentElement.querySelector('img');
  const isOurs = input.value && !/^(https?:|\/|~)/.test(input.value);
  picture.hidden = !isOurs;
  if (isOurs) picture.src = `${words.media}${input.value.split('/').map(encodeURIComponent).join('/')}?width=160&height=160`;
}

function equip(input) {
  if (input.mediaButton) return;
  const button = make('button', { type: 'button', className: 'btn btn-sm btn-secondary', textContent: words.choose });
  const picture = make('img', { alt: '', hidden: true });
  picture.addEventListener('error', () => { picture.hidden = true; });
  button.addEventListener('click', () => open(input));
  input.mediaButton = button;
  input.after(make('div', { className: 'media-pick' }, picture, button));
  input.addEventListener('change', () => show(input));
  show(input);
}

const equipAll = (root) => {
  if (root.matches?.('[data-media-picker]')) equip(root);
  root.querySelectorAll?.('[data-media-picker]').forEach(equip);
};
equipAll(document);
new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(equipAll))).observe(document.body, { childList: true, subtree: true });

let timer;
search.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => look(form.elements.folder.value, search.value), 200);
});
search.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
dialog.querySelector('[data-media-close]').addEventListener('click', () => dialog.close());
const take = async (files) => {
  const [first] = await upload(form, files);
  chooser.value = '';
  if (first) choose(first);
};
chooser.addEventListener('change', () => chooser.files.length > 0 && take([...chooser.files]));
form.addEventListener('submit', (event) => event.preventDefault());
receive(dialog, take, form.dataset.pasted);
