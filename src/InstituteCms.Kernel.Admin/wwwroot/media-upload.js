// Sends files one after the other, each with its bar. Shared by the library and the dialog.

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

function start(form, file, report) {
  const data = new FormData();
  data.set('folder', form.elements.folder.value);
  data.set('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  data.set('files', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.upload.onprogress = (event) => event.lengthComputable && report(event.loaded / event.total);
  const answer = new Promise((resolve) => {
    request.onload = () => resolve(request.status === 200 && request.response ? { file: request.response } : { error: request.response?.error });
    request.onerror = () => resolve({});
    request.onabort = () => resolve({ error: form.dataset.stopped.replace('{0}', file.name) });
  });
  request.send(data);
  return { answer, stop: () => request.abort() };
}

/** Sends files with the words and the address of the form; says what became of each in its list. Returns what was stored. */
export async function upload(form, files, added = () => {}) {
  const words = form.dataset;
  const list = form.querySelector('[data-media-progress]');
  const news = form.querySelector('[data-media-news]');
  list.replaceChildren();
  const rows = [...files].map((file) => {
    const bar = make('progress', { max: 1, value: 0 });
    bar.setAttribute('aria-label', file.name);
    const stop = make('button', { type: 'button', className: 'btn btn-sm btn-secondary', textContent: words.stop });
    stop.setAttribute('aria-label', words.stopFile.replace('{0}', file.name));
    const row = make('li', {}, make('span', { className: 'media-sent', textContent: file.name }), bar, stop);
    const one = { file, bar, row, stop, isStopped: false };
    stop.addEventListener('click', () => {
      one.isStopped = true;
      one.sending?.stop();
    });
    list.append(row);
    return one;
  });
  const stored = [];
  for (const one of rows) {
    const { file, bar, row, stop } = one;
    if (file.size > Number(words.max)) one.answer = { error: words.tooLarge.replace('{0}', file.name) };
    else if (one.isStopped) one.answer = { error: words.stopped.replace('{0}', file.name) };
    else {
      one.sending = start(form, file, (part) => { bar.value = part; });
      one.answer = await one.sending.answer;
    }
    const hadFocus = document.activeElement === stop;
    bar.remove();
    stop.remove();
    if (one.answer.file) {
      stored.push(one.answer.file);
      row.append(make('span', { className: 'is-done', textContent: words.done }));
      added(row, one.answer.file);
      news.textContent = `${file.name}: ${words.done}`;
    } else {
      const why = one.answer.error ?? words.failed.replace('{0}', file.name);
      row.append(make('span', { className: 'field-validation-error', textContent: why }));
      news.textContent = why;
    }
    if (hadFocus) {
      list.tabIndex = -1;
      list.focus();
    }
  }
  return stored;
}

/** Files that are dropped on or pasted into a place go to <paramref>take</paramref>. */
export function receive(place, take, pastedName) {
  let over = 0;
  const isFiles = (event) => event.dataTransfer?.types.includes('Files');
  place.addEventListener('dragenter', (event) => {
    if (!isFiles(event)) return;
    over += 1;
    event.preventDefault();
    place.classList.add('is-over');
  });
  place.addEventListener('dragover', (event) => isFiles(event) && event.preventDefault());
  place.addEventListener('dragleave', (event) => {
    if (isFiles(event) && --over <= 0) place.classList.remove('is-over');
  });
  place.addEventListener('drop', (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    over = 0;
    place.classList.remove('is-over');
    take([...event.dataTransfer.files]);
  });
  place.addEventListener('paste', (event) => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(files.map((file) => named(file, pastedName)));
  });
}

/** A copied picture has no name of its own. */
export const named = (file, name) => (file.name === 'image.png' ? new File([file], `${name}.png`, { type: file.type }) : file);
