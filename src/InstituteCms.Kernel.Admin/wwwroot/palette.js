// Speed of hand: the command palette and the keyboard shortcuts. What they lead to is all on the page without them, too.

const palette = document.getElementById('palette');
const shortcuts = document.getElementById('shortcuts');
const opener = document.querySelector('[data-palette-open]');
const field = palette?.querySelector('input');
const list = palette?.querySelector('[role=listbox]');
const none = palette?.querySelector('[data-palette-none]');
let commands = [];

const plain = (text) => text.normalize('NFKC').toLocaleLowerCase();

// Every way that the menu and the page offer.
function collect() {
  const known = new Set();
  const links = [...document.querySelectorAll('nav.side a[href], main a.btn[href]')];
  return links.flatMap((link) => {
    const heading = link.closest('section')?.querySelector('h2')?.textContent.trim();
    const name = link.textContent.trim();
    if (!name || known.has(link.href)) return [];
    known.add(link.href);
    return [{ name, heading, open: () => location.assign(link.href) }];
  });
}

function show() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  const found = commands.filter((command) => words.every((word) => plain(`${command.heading ?? ''} ${command.name}`).includes(word)));
  if (words.length > 0) {
    const search = new URL(palette.dataset.search, location);
    search.searchParams.set('q', field.value.trim());
    found.push({ name: palette.dataset.searchFor.replace('{0}', field.value.trim()), open: () => location.assign(search) });
  }
  none.hidden = found.length > 0;
  list.replaceChildren(...found.map((command, index) => {
    const option = document.createElement('li');
    option.role = 'option';
    option.id = `palette-${index}`;
    option.textContent = command.name;
    if (command.heading) option.append(Object.assign(document.createElement('small'), { textContent: command.heading }));
    option.addEventListener('click', command.open);
    return option;
  }));
  choose(list.firstElementChild);
}

function choose(option) {
  list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', option?.id ?? '');
}

function openPalette() {
  commands = collect();
  field.value = '';
  show();
  palette.showModal();
}

if (palette) {
  opener.hidden = false;
  opener.addEventListener('click', openPalette);
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    const chosen = list.querySelector('[aria-selected=true]');
    if (event.key === 'ArrowDown') choose(chosen?.nextElementSibling ?? list.firstElementChild);
    else if (event.key === 'ArrowUp') choose(chosen?.previousElementSibling ?? list.lastElementChild);
    else if (event.key === 'Enter') chosen?.click();
    else if (event.key === 'Escape') palette.close(); // At once: a search field would first only empty itself.
    else return;
    event.preventDefault();
  });
  // A click beside a dialog closes it.
  for (const dialog of [palette, shortcuts]) {
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  }
}

// Single letters are no shortcuts: whoever speaks to the page would set them off (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  if (!palette || event.isComposing || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return;
  const press = (selector) => document.querySelector(selector)?.click();
  const action = {
    k: openPalette,
    '/': () => shortcuts.showModal(),
    s: () => press('main .form-actions button[name="submit.Save"]'),
    Enter: () => press('main .form-actions button[name="submit.Publish"]'),
  }[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
