// The library works without this script; with it files are dropped, pasted and sent with a bar, and pictures are cut by hand.
import { make, upload, receive } from './media-upload.js';

const form = document.querySelector('main [data-media-upload]');
if (form) {
  const words = form.dataset;
  const input = form.querySelector('input[type=file]');
  form.querySelector('[data-media-drop-hint]').hidden = false;
  form.querySelector('[data-media-send]').hidden = true;

  const refresh = async () => {
    const listing = document.querySelector('[data-media-listing]');
    const answer = await fetch(listing.dataset.address).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of ['[data-media-listing]', '.media-room']) {
      const fresh = page.querySelector(part);
      if (fresh) document.querySelector(part).replaceWith(fresh);
    }
    if (!page.querySelector('[data-media-empty]')) document.querySelector('[data-media-empty]')?.remove();
  };

  // What a new picture shows is best said while it is before one's eyes.
  const describe = (row, file) => {
    row.querySelector('.media-sent').replaceChildren(make('a', { href: file.details, textContent: file.name }));
    if (!file.thumb) return;
    const alt = make('input', { className: 'form-control', maxLength: 500, value: file.alt });
    const state = make('span', { className: 'hint' });
    state.setAttribute('role', 'status');
    row.prepend(make('img', { src: file.thumb, alt: '' }));
    row.append(make('label', {}, make('span', { textContent: words.shows }), alt), state);
    row.classList.add('is-picture');
    let last = file.alt;
    alt.addEventListener('change', async () => {
      if (alt.value === last) return;
      last = alt.value;
      const body = new URLSearchParams({ path: file.path, altText: alt.value, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
      const answer = await fetch(words.describe, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => null);
      const result = answer?.headers.get('content-type')?.includes('json') ? await answer.json() : {};
      state.className = answer?.ok ? 'is-done' : 'field-validation-error';
      state.textContent = result.saved ?? result.error ?? words.unsaved;
      if (!answer?.ok) last = undefined;
      else await refresh();
    });
    alt.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      alt.dispatchEvent(new Event('change'));
      row.nextElementSibling?.querySelector('label input')?.focus();
    });
  };

  const take = async (files) => {
    document.getElementById('files-error').replaceChildren();
    input.disabled = true;
    const stored = await upload(form, files, describe);
    input.disabled = false;
    input.value = '';
    if (stored.length === 0) return;
    await refresh();
    const active = document.activeElement;
    if (active === document.body || active === input) form.querySelector('.media-progress label input')?.focus({ preventScroll: true });
  };
  input.addEventListener('change', () => input.files.length > 0 && take([...input.files]));
  form.addEventListener('submit', (event) => event.preventDefault());
  receive(document.body, take, words.pasted);
}

/* Focal point and crop: the numbers are what is sent; the picture shows and sets them. */
const frame = document.querySelector('[data-media-frame]');
if (frame) {
  const picture = frame.querySelector('img');
  const field = (name) => document.querySelector(`[name="Framing.${name}"]`);
  const number = (name, otherwise) => (field(name).value === '' ? otherwise : Number(field(name).value));
  const crop = frame.querySelector('[data-media-crop]');
  const focus = frame.querySelector('[data-media-focus]');
  const whole = document.querySelector('[data-media-whole]');
  const said = document.querySelector('[data-media-said]');
  const middle = () => ({ FocalX: number('Left', 0) + number('Width', 100) / 2, FocalY: number('Top', 0) + number('Height', 100) / 2 });
  const point = () => ({ FocalX: number('FocalX', middle().FocalX), FocalY: number('FocalY', middle().FocalY) });
  const show = () => {
    const [left, top, width, height] = [number('Left', 0), number('Top', 0), number('Width', 100), number('Height', 100)];
    crop.hidden = width >= 100 && height >= 100;
    whole.disabled = crop.hidden;
    const edges = { left, top, right: 100 - left - width, bottom: 100 - top - height };
    for (const [name, value] of Object.entries(edges)) crop.style.setProperty(`--${name}`, `${value}%`);
    focus.classList.toggle('is-unset', field('FocalX').value === '' && field('FocalY').value === '');
    focus.style.setProperty('--x', `${point().FocalX}%`);
    focus.style.setProperty('--y', `${point().FocalY}%`);
  };
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) field(name).value = value === '' ? '' : Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
    show();
  };
  const say = () => { said.textContent = said.dataset.words.replace('{0}', Math.round(point().FocalX)).replace('{1}', Math.round(point().FocalY)); };
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    const part = (value, start, length) => Math.min(100, Math.max(0, ((value - start) / length) * 100));
    return { x: part(event.clientX, box.left, box.width), y: part(event.clientY, box.top, box.height) };
  };
  frame.classList.add('is-live');
  for (const element of document.querySelectorAll('[data-media-framing]')) element.hidden = false;

  let start;
  let before;
  const names = ['Left', 'Top', 'Width', 'Height'];
  frame.addEventListener('pointerdown', (event) => {
    start = at(event);
    before = Object.fromEntries(names.map((name) => [name, number(name, 0)]));
    frame.setPointerCapture(event.pointerId);
    event.preventDefault();
    focus.focus({ preventScroll: true });
  });
  const isDrag = (to) => Math.abs(to.x - start.x) > 3 && Math.abs(to.y - start.y) > 3;
  frame.addEventListener('pointermove', (event) => {
    const to = start && at(event);
    if (!to || !isDrag(to)) return;
    set({ Left: Math.min(start.x, to.x), Top: Math.min(start.y, to.y), Width: Math.abs(to.x - start.x), Height: Math.abs(to.y - start.y) });
  });
  frame.addEventListener('pointerup', (event) => {
    const to = start && at(event);
    if (to && !isDrag(to)) set({ FocalX: to.x, FocalY: to.y });
    start = undefined;
  });
  frame.addEventListener('pointercancel', () => {
    if (start) set(before); // It was a scroll.
    start = undefined;
  });
  focus.addEventListener('keydown', (event) => {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    const isReset = event.key === 'Delete' || event.key === 'Backspace';
    if (x === undefined && !isReset) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 1;
    set(isReset ? { FocalX: '', FocalY: '' } : { FocalX: point().FocalX + x * step, FocalY: point().FocalY + y * step });
    say();
  });
  whole.addEventListener('click', () => {
    set({ Left: 0, Top: 0, Width: 100, Height: 100 });
    focus.focus();
  });
  document.addEventListener('input', (event) => event.target.name?.startsWith('Framing.') && show());
  frame.closest('form').addEventListener('invalid', (event) => event.target.closest('details')?.setAttribute('open', ''), true);
  show();
}
