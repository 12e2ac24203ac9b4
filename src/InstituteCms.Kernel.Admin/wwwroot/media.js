// The library works without this script; with it files are dropped, pasted and sent with a bar, and pictures are cut by hand.
import { upload, receive } from './media-upload.js';

const form = document.querySelector('main [data-media-upload]');
if (form) {
  const input = form.querySelector('input[type=file]');
  form.querySelector('[data-media-drop-hint]').hidden = false;
  form.querySelector('[data-media-send]').hidden = true;

  const refresh = async () => {
    const listing = document.querySelector('[data-media-listing]');
    const answer = await fetch(listing.dataset.address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of ['[data-media-listing]', '.media-room']) {
      const fresh = page.querySelector(part);
      if (fresh) document.querySelector(part).replaceWith(fresh);
    }
  };
  const take = async (files) => {
    document.getElementById('files-error').replaceChildren();
    input.disabled = true;
    const stored = await upload(form, files);
    input.disabled = false;
    input.value = '';
    if (stored.length > 0) await refresh();
  };
  input.addEventListener('change', () => input.files.length > 0 && take([...input.files]));
  form.addEventListener('submit', (event) => event.preventDefault());
  receive(document.body, take, form.dataset.pasted);
}

/* Focal point and crop: the numbers are what is sent; the picture shows and sets them. */
const frame = document.querySelector('[data-media-frame]');
if (frame) {
  const picture = frame.querySelector('img');
  const field = (name) => document.querySelector(`[name="Framing.${name}"]`);
  const number = (name, otherwise) => (field(name).value === '' ? otherwise : Number(field(name).value));
  const crop = frame.querySelector('[data-media-crop]');
  const focus = frame.querySelector('[data-media-focus]');
  const show = () => {
    const [left, top, width, height] = [number('Left', 0), number('Top', 0), number('Width', 100), number('Height', 100)];
    crop.hidden = width >= 100 && height >= 100;
    const edges = { left, top, right: 100 - left - width, bottom: 100 - top - height };
    for (const [name, value] of Object.entries(edges)) crop.style.setProperty(`--${name}`, `${value}%`);
    focus.hidden = field('FocalX').value === '' && field('FocalY').value === '';
    focus.style.setProperty('--x', `${number('FocalX', left + width / 2)}%`);
    focus.style.setProperty('--y', `${number('FocalY', top + height / 2)}%`);
  };
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) field(name).value = Math.round(value * 10) / 10;
    show();
  };
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    const part = (value, start, length) => Math.min(100, Math.max(0, ((value - start) / length) * 100));
    return { x: part(event.clientX, box.left, box.width), y: part(event.clientY, box.top, box.height) };
  };
  let start;
  frame.classList.add('is-live');
  document.querySelector('[data-media-frame-hint]').hidden = false;
  frame.addEventListener('pointerdown', (event) => {
    start = at(event);
    frame.setPointerCapture(event.pointerId);
    event.preventDefault();
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
  document.addEventListener('input', (event) => event.target.name?.startsWith('Framing.') && show());
  show();
}
