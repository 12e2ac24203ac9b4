// The editors of events, speakers and reports work without this script; it saves saving.

const box = document.querySelector('[data-seminar-editor]');
const words = JSON.parse(box?.dataset.words ?? '{}');
const form = box?.closest('form');

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const changed = (element) => element.dispatchEvent(new Event('input', { bubbles: true }));
const later = (work, ms) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), ms);
  };
};

/*
 * Repeated rows: <div data-rows> <div data-row>…</div> … <template data-row-template>…__index__…</template> <button data-row-add> </div>.
 * Each row gets buttons and a grip in the place of its "Place" and "Remove" fields. After every change the rows are numbered anew, because the
 * server reads a list only as far as its indexes go on without a gap.
 */
const rowsOf = (list) => [...list.children].filter((child) => child.matches('[data-row]'));
const numbered = ['name', 'id', 'for', 'aria-describedby', 'data-valmsg-for', 'list'];

function renumber(list) {
  const pattern = list.querySelector(':scope > template[data-row-template]').innerHTML;
  const starts = [...new Set([...pattern.matchAll(/"([^"]*?)__index__/g)].map((match) => match[1]))].filter(Boolean);
  rowsOf(list).forEach((row, index) => {
    for (const element of row.querySelectorAll('*')) {
      for (const attribute of numbered) {
        const value = element.getAttribute(attribute);
        const start = value && starts.find((s) => value.startsWith(s) && /^\d/.test(value.slice(s.length)));
        if (start) element.setAttribute(attribute, start + value.slice(start.length).replace(/^\d+/, index));
      }
    }
    const place = row.querySelector('[name$=".Place"]');
    if (place) place.value = index + 1;
  });
  tellSingle(list);
  changed(list);
}

/* What is alone has no other place. */
const tellSingle = (list) => list.classList.toggle('is-single', rowsOf(list).length < 2);

/* The row more with which a list grows without this script: here a button adds one. */
function withdraw(list) {
  const isEmpty = (row) => [...row.querySelectorAll('input:not([type=checkbox], [type=number]), textarea')].every((field) => !field.value);
  for (let rows = rowsOf(list); rows.length > 1 && isEmpty(rows.at(-1)); rows = rowsOf(list)) rows.at(-1).remove();
  tellSingle(list);
}

function equip(row) {
  row.querySelector('.seminar-row-tools')?.setAttribute('hidden', '');
  row.querySelector('[data-speaker-new]')?.removeAttribute('hidden');
  offerPage(row);
  const grip = make('span', { className: 'seminar-grip', textContent: '⠿', title: words.drag, draggable: true });
  grip.setAttribute('aria-hidden', 'true');
  const button = (text, move) => {
    const element = make('button', { type: 'button', className: 'btn btn-sm btn-secondary', textContent: text });
    element.dataset.move = move;
    return element;
  };
  row.append(make('div', { className: 'seminar-row-tools' }, grip, button(words.up, 'up'), button(words.down, 'down'), button(words.remove, 'remove')));
}

function act(button) {
  const row = button.closest('[data-row]');
  const list = row.closest('[data-rows]');
  const rows = rowsOf(list);
  const at = rows.indexOf(row);
  const move = button.dataset.move;
  if (move === 'remove') {
    row.remove();
    renumber(list);
    (rows[at + 1] ?? list).querySelector('[data-move="remove"], [data-row-add]')?.focus();
    return;
  }
  if (move === 'up' && at > 0) rows[at - 1].before(row);
  if (move === 'down' && at < rows.length - 1) rows[at + 1].after(row);
  renumber(list);
  button.focus();
  tellPlace(row, list);
}

/* Whoever does not see the row move is told where it is. */
const told = make('p', { className: 'visually-hidden' });
told.setAttribute('role', 'status');
box?.append(told);
function tellPlace(row, list) {
  const rows = rowsOf(list);
  told.textContent = words.place.replace('{0}', rows.indexOf(row) + 1).replace('{1}', rows.length);
}

document.addEventListener('click', (event) => {
  const move = event.target.closest('[data-move]');
  if (move) act(move);
  const list = event.target.closest('[data-row-add]')?.closest('[data-rows]');
  if (!list) return;
  const template = list.querySelector(':scope > template[data-row-template]');
  template.insertAdjacentHTML('beforebegin', template.innerHTML.replaceAll('__index__', rowsOf(list).length));
  const row = rowsOf(list).at(-1);
  equip(row);
  renumber(list);
  row.querySelector('input, select, textarea')?.focus();
});

let dragged;
document.addEventListener('dragstart', (event) => {
  if (!event.target.matches?.('.seminar-grip')) return;
  dragged = event.target.closest('[data-row]');
  dragged.classList.add('is-dragged');
  event.dataTransfer.setData('text/plain', '');
});
document.addEventListener('dragover', (event) => {
  const over = dragged && event.target.closest?.('[data-row]');
  if (!over || over === dragged || over.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  const { top, height } = over.getBoundingClientRect();
  over[event.clientY < top + height / 2 ? 'before' : 'after'](dragged);
});
document.addEventListener('dragend', () => {
  if (!dragged) return;
  dragged.classList.remove('is-dragged');
  renumber(dragged.closest('[data-rows]'));
  dragged = undefined;
});
document.querySelectorAll('[data-row]').forEach(equip);
document.querySelectorAll('[data-rows]').forEach(withdraw);

/* What was filled in before is offered again, with what belongs to it. */
const suggesting = '[data-suggest]:not([data-suggest=""])';
const offered = new Map();
const belongs = {
  Speakers: { id: 'SpeakerId', role: 'Role', title: 'Title', affiliation: 'Affiliation' },
  Venues: { address: 'Address', mapUrl: 'MapUrl' },
  Hosts: { url: 'Url' },
};

const offer = later(async (input, typed) => {
  const kind = input.dataset.suggest;
  const answer = await fetch(`${box.dataset.suggestions}${kind}?words=${encodeURIComponent(input.value)}`).catch(() => null);
  if (!answer?.ok) return;
  const found = await answer.json();
  const id = `seminar-${kind.toLowerCase()}`;
  let list = document.getElementById(id);
  if (!list) document.body.append(list = make('datalist', { id }));
  list.replaceChildren(...found.map((one) => make('option', { value: one.name, textContent: one.affiliation ?? one.address ?? '' })));
  found.forEach((one) => offered.set(`${kind} ${one.name}`, one));
  input.setAttribute('list', id);
  if (typed) pick(input);
}, 150);

function pick(input) {
  const kind = input.dataset.suggest;
  const one = offered.get(`${kind} ${input.value}`);
  if (!one || input.dataset.picked === one.name) return;
  input.dataset.picked = one.name;
  if (kind === 'Speakers') {
    const wish = beside(input, 'MakePage');
    if (wish && beside(input, 'SpeakerId').value !== one.id) wish.checked = false; // Who is known needs no page.
    link(input, one);
  }
  for (const [key, name] of Object.entries(belongs[kind])) {
    const target = beside(input, name);
    // What somebody typed stays; what an earlier pick brought goes with it.
    if (!target || (target.value && target.value !== target.dataset.brought)) continue;
    target.value = one[key] ?? '';
    target.dataset.brought = target.value;
  }
  changed(form);
}

const beside = (input, name) => document.getElementsByName(input.name.replace(/Name$/, name))[0];

/* A speaker's row and the page it leads to. */
function link(input, one) {
  const page = beside(input, 'SpeakerId');
  [...page.options].filter((option) => option.value).forEach((option) => option.remove());
  if (one) page.prepend(make('option', { value: one.id, textContent: one.name, selected: true }));
  offerPage(input.closest('[data-row]'));
}

/* A page is made in the panel; the box tells that one is waiting for the event. */
function offerPage(row) {
  const page = row.querySelector('[data-speaker-page]');
  if (!page) return;
  const wish = row.querySelector('[data-make-page]');
  if (wish) wish.hidden = !page.value || !wish.querySelector('input').checked;
  row.querySelector('[data-speaker-new]').hidden = Boolean(page.value);
}

/* A name that has no word in common with the page's may be somebody else: the link is let go, but stays to be chosen. */
const wordsOf = (text) => text.toLowerCase().split(/[\s,.、・]+/).filter(Boolean);
function unlink(input) {
  const page = input.dataset.suggest === 'Speakers' && beside(input, 'SpeakerId');
  if (!page?.value || wordsOf(input.value).some((word) => wordsOf(page.selectedOptions[0].textContent).includes(word))) return;
  page.value = '';
  page.closest('details').open = true;
  offerPage(input.closest('[data-row]'));
  delete input.dataset.picked;
  changed(form);
}

/* Whoever has no page gets one in a panel at the side; the event's form stays as it is. */
const panel = document.querySelector('[data-speaker-panel]');
if (panel && form) {
  document.body.append(panel); // Its fields are no part of the event's form.
  const field = (name) => panel.querySelector(`[data-field="${name}"]`);
  const problem = panel.querySelector('[data-problem]');
  const maker = panel.querySelector('[data-create-speaker]');
  let row;
  let isAnother = false;
  const open = () => {
    const has = (name) => row.querySelector(`[name$=".${name}"]`);
    for (const name of ['Name', 'Title', 'Affiliation']) field(name).value = has(name).value;
    field('NativeName').value = '';
    field('Biography').value = '';
    problem.textContent = '';
    isAnother = false;
    panel.showModal();
    field('Name').focus();
  };
  const create = async () => {
    if (!field('Name').value.trim()) {
      problem.textContent = words.noName;
      field('Name').focus();
      return;
    }
    maker.disabled = true;
    const data = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value, isAnother });
    for (const input of panel.querySelectorAll('[data-field]')) data.set(input.dataset.field, input.value);
    const answer = await fetch(panel.dataset.create, { method: 'POST', body: data, headers: { Accept: 'application/json' } }).catch(() => null);
    const result = answer?.ok ? await answer.json().catch(() => ({})) : {};
    maker.disabled = false;
    if (!result.speaker) {
      problem.textContent = result.message ?? words.unmade;
      isAnother = result.namesake === true;
      maker.focus();
      return;
    }
    const input = row.querySelector('[data-suggest="Speakers"]');
    input.value = result.speaker.name;
    input.dataset.picked = result.speaker.name;
    beside(input, 'MakePage').checked = true;
    link(input, result.speaker);
    beside(input, 'Title').value ||= result.speaker.title ?? '';
    beside(input, 'Affiliation').value ||= result.speaker.affiliation ?? '';
    panel.close();
    input.focus();
    changed(form);
  };
  maker.addEventListener('click', create);
  field('Name').addEventListener('input', () => { isAnother = false; });
  panel.querySelector('[data-close]').addEventListener('click', () => panel.close());
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input')) return;
    event.preventDefault();
    create();
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-speaker-new]');
    if (!button) return;
    row = button.closest('[data-row]');
    open();
  });
}

/* The end follows the start until somebody sets it. */
const end = document.querySelector('[data-suggest-end]');
const start = end && document.getElementById(end.id.replace('EndLocal', 'StartLocal'));
let suggested = '';
start?.addEventListener('change', () => {
  if (!start.value || (end.value && end.value !== suggested)) return;
  // Counted in UTC, so that the clocks of this browser's zone have no say.
  suggested = new Date(Date.parse(`${start.value}Z`) + end.dataset.suggestEnd * 60000).toISOString().slice(0, 16);
  end.value = suggested;
});

/* What the registered are told matters once time, place or status differ from what was announced. */
let asked;
function unfoldTelling(matters) {
  const telling = document.querySelector('[data-tell]');
  if (!telling || matters === asked) return; // Whoever folds or unfolds it by hand is let be.
  asked = matters;
  telling.open = matters || telling.querySelector('textarea').value !== '';
}

/* What is noted, by who noted it. */
const noted = {};
function note(more) {
  Object.assign(noted, more);
  const notes = Object.values(noted).flat().map((line) => make('li', { className: line.isError ? 'seminar-note-error' : '' }, make('a', { href: `#${line.field}`, textContent: line.text })));
  box.querySelector('[data-notes]').replaceChildren(...notes);
  const sound = box.querySelector('[data-sound]');
  sound.hidden = notes.length > 0;
  sound.textContent = words.sound;
}

/* Whether the links lead somewhere is asked for, since it takes its time. */
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-check-links]');
  if (!button) return;
  event.preventDefault();
  const status = box.querySelector('[data-links-status]');
  status.textContent = words.trying;
  const answer = await fetch(button.formAction, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } }).catch(() => null);
  const result = answer?.ok ? await answer.json() : undefined;
  status.textContent = result?.sentence ?? words.untried;
  note({ links: result?.lines ?? [] });
});

/* The box and the words under the fields follow the form. */
const review = later(async () => {
  if (!box.dataset.check) return;
  const data = new FormData(form);
  data.set('contentItemId', box.dataset.item);
  const answer = await fetch(box.dataset.check, { method: 'POST', body: data }).catch(() => null);
  if (!answer?.ok) return;
  const result = await answer.json();
  note({ review: result.lines });
  unfoldTelling(result.isAnotherPlan);
  for (const place of document.querySelectorAll('[data-reviewed]')) {
    const value = result[place.dataset.reviewed];
    const text = place.dataset.reviewed === 'length' ? words.words.replace('{0}', value) : value;
    if (text && place.textContent !== text) place.textContent = text;
  }
}, 600);

document.addEventListener('input', (event) => {
  if (!form?.contains(event.target) && event.target !== form) return;
  if (event.target.matches(suggesting)) {
    pick(event.target);
    offer(event.target, true);
  }
  review();
});
document.addEventListener('change', (event) => event.target.matches?.(suggesting) && unlink(event.target));
document.addEventListener('focusin', (event) => event.target.matches?.(suggesting) && offer(event.target));
form?.addEventListener('change', review);
form?.addEventListener('change', (event) => {
  const more = event.target.checked && event.target.matches('[data-unfolds]') && event.target.closest('fieldset').querySelector('details');
  if (more) more.open = true;
});
document.addEventListener('click', (event) => {
  const href = event.target.closest('[data-notes] a')?.getAttribute('href');
  const field = href && document.getElementById(href.slice(1));
  if (!field) return;
  event.preventDefault();
  for (let parent = field.closest('details'); parent; parent = parent.parentElement.closest('details')) parent.open = true;
  const target = field.seminarText ?? field;
  target.scrollIntoView({ block: 'center' });
  target.focus();
});

/* Rich text: the textarea stays what is sent; the server keeps only what is safe. */
const kept = new Set(['P', 'H2', 'H3', 'H4', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'A', 'STRONG', 'B', 'EM', 'I', 'SUP', 'SUB', 'BR', 'FIGURE', 'FIGCAPTION', 'IMG', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD']);
const keptAttributes = { A: ['href'], IMG: ['src', 'alt'] };

function cleaned(html) {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  body.querySelectorAll('script, style, meta, link, title, iframe, object').forEach((element) => element.remove());
  for (const element of [...body.querySelectorAll('*')].reverse()) {
    if (!kept.has(element.tagName)) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      if (!keptAttributes[element.tagName]?.includes(name) || /^\s*(javascript|data|vbscript):/i.test(value)) element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/* Plain text of several lines becomes paragraphs: by its empty lines, if it has any. */
function paragraphs(plain) {
  const lines = plain.trim().split(/\r?\n/);
  if (lines.length < 2) return '';
  const body = make('div');
  const blocks = lines.some((line) => !line.trim()) ? plain.trim().split(/(?:\r?\n[^\S\n]*){2,}/) : lines;
  for (const block of blocks) body.append(make('p', {}, ...block.split(/\r?\n/).flatMap((line, index) => (index ? [make('br'), line] : [line]))));
  return body.innerHTML;
}

/* An empty paragraph has no height, and nobody could click into it. */
function writable(html) {
  const body = make('div', { innerHTML: cleaned(html) });
  body.querySelectorAll('p:empty').forEach((empty) => empty.append(make('br')));
  return body.innerHTML;
}

function enrich(area) {
  const isLong = area.dataset.richText === 'long';
  const text = make('div', { className: 'seminar-rich-text', contentEditable: 'true', innerHTML: writable(area.value) || '<p><br></p>' }); // What is typed first is a paragraph, too.
  text.setAttribute('role', 'textbox');
  text.setAttribute('aria-multiline', 'true');
  const label = area.labels[0];
  if (label) {
    label.id ||= `${area.id}_label`;
    text.setAttribute('aria-labelledby', label.id);
    label.addEventListener('click', () => !text.hidden && text.focus());
  }
  if (isLong) text.dataset.long = '';
  const bar = make('div', { className: 'seminar-rich-bar' });
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.toolbar);
  const ask = make('div', { className: 'seminar-ask', hidden: true });
  const frame = make('div', { className: 'seminar-rich' }, bar, ask, text);
  const run = (command, value) => {
    text.focus();
    document.execCommand(command, false, value);
    write();
  };
  const write = () => {
    area.value = text.textContent.trim() || text.querySelector('img') ? text.innerHTML : '';
    changed(area);
  };

  let range;
  const remember = () => {
    const selection = getSelection();
    range = selection.rangeCount && text.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : undefined;
  };
  const recall = () => {
    text.focus();
    if (!range) return;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  // Asks for some words above the text, and hands them on.
  function askFor(fields, done) {
    remember();
    const inputs = fields.map((name) => make('input', { className: 'form-control', id: `${area.id}_${name}` }));
    const close = () => {
      ask.hidden = true;
      recall();
    };
    const insert = make('button', { type: 'button', className: 'btn btn-sm btn-primary', textContent: words.insert });
    const cancel = make('button', { type: 'button', className: 'btn btn-sm btn-secondary', textContent: words.cancel });
    insert.addEventListener('click', () => {
      const values = inputs.map((input) => input.value.trim());
      if (values[0]) {
        close();
        done(...values);
      } else inputs[0].focus();
    });
    cancel.addEventListener('click', close);
    ask.onkeydown = (event) => {
      if (event.key === 'Escape') close();
      if (event.key === 'Enter' && event.target.matches('input')) {
        event.preventDefault();
        insert.click();
      }
    };
    ask.replaceChildren(...inputs.flatMap((input, index) => [make('label', { htmlFor: input.id, textContent: words[fields[index]] }), input]), make('div', {}, insert, cancel));
    ask.hidden = false;
    inputs[0].focus();
    // Where the admin has a media library to choose from, it puts its button there.
    if (fields[0] === 'path') Object.assign(inputs[0].dataset, { mediaPicker: '', mediaAlt: inputs[1].id });
  }
  const escaped = (value) => make('i', { textContent: value }).innerHTML.replaceAll('"', '&quot;');
  const picture = (path, alt, caption) => {
    const size = /\.(jpe?g|png|webp)$/i.test(path) ? '?width=1024' : '';
    const source = /^(https?:|\/)/.test(path) ? path : box.dataset.media + path + size;
    // The browser merges the first paragraph with the one it is put into: an empty one keeps the figure whole.
    run('insertHTML', `<p><br></p><figure data-new><img src="${escaped(source)}" alt="${escaped(alt)}"><figcaption>${escaped(caption)}</figcaption></figure><p><br></p>`);
    const figure = text.querySelector('figure[data-new]');
    figure?.removeAttribute('data-new');
    if (figure?.previousElementSibling?.matches('p') && !figure.previousElementSibling.textContent) figure.previousElementSibling.remove();
    write();
  };

  const tools = [
    ['text', () => run('formatBlock', 'p')],
    ['heading', () => run('formatBlock', 'h2')],
    ['subheading', () => run('formatBlock', 'h3')],
    ['bold', () => run('bold')],
    ['italic', () => run('italic')],
    ['quote', () => run('formatBlock', 'blockquote')],
    ['list', () => run('insertUnorderedList')],
    ['numbers', () => run('insertOrderedList')],
    ['link', () => askFor(['address'], (address) => run('createLink', address))],
    ...(isLong ? [
      ['image', () => askFor(['path', 'alt', 'caption'], picture)],
      ['footnote', () => run('insertText', `[[${words.footnoteText}]]`)],
    ] : []),
    ['source', (button) => {
      const toSource = area.hidden;
      if (!toSource) text.innerHTML = writable(area.value) || '<p><br></p>';
      area.hidden = !toSource;
      text.hidden = toSource;
      button.setAttribute('aria-pressed', toSource);
      (toSource ? area : text).focus();
    }],
  ];
  bar.append(...tools.map(([name, work], index) => {
    const button = make('button', { type: 'button', textContent: words[name], tabIndex: index ? -1 : 0 });
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => work(button));
    return button;
  }));
  // One stop of the tab key; the arrows go from tool to tool.
  bar.addEventListener('keydown', (event) => {
    const buttons = [...bar.children];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length);
    buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
    event.preventDefault();
  });
  text.addEventListener('input', (event) => {
    event.stopPropagation();
    write();
  });
  // Paragraphs that take the place of a heading or a quotation would become part of it.
  const makeRoom = () => {
    text.focus();
    if (!getSelection().isCollapsed) document.execCommand('delete');
    const { anchorNode } = getSelection();
    const block = (anchorNode.closest ? anchorNode : anchorNode.parentElement).closest('h2, h3, h4, blockquote');
    if (block && text.contains(block) && !block.textContent.trim()) document.execCommand('formatBlock', false, 'p');
  };
  // Pictures go through the library, if there is one: as they are, they would not be kept.
  const takePictures = (event, files) => {
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isLong) return;
    askFor(['path', 'alt', 'caption'], picture);
    ask.querySelector('[data-media-picker]').dispatchEvent(new CustomEvent('media-files', { bubbles: true, detail: files }));
  };
  text.addEventListener('drop', (event) => takePictures(event, [...event.dataTransfer.files]));
  text.addEventListener('paste', (event) => {
    const html = event.clipboardData.getData('text/html') || paragraphs(event.clipboardData.getData('text/plain'));
    if (!html) {
      takePictures(event, [...event.clipboardData.files]);
      return;
    }
    event.preventDefault();
    const pasted = cleaned(html);
    if (/<(p|h[234]|ul|ol|blockquote|table)\b/.test(pasted)) makeRoom();
    run('insertHTML', pasted);
  });
  area.before(frame);
  area.hidden = true;
  area.seminarText = text;
}

document.execCommand('defaultParagraphSeparator', false, 'p');
if (box) {
  document.querySelectorAll('textarea[data-rich-text]').forEach(enrich);
  review();
}
