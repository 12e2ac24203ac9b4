// Sends files one after the other, each with its bar. Shared by the library and the dialog.

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

function send(form, file, report) {
  return new Promise((resolve) => {
    const data = new FormData();
    data.set('folder', form.elements.folder.value);
    data.set('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    data.set('files', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && report(event.loaded / event.total);
    request.onload = () => resolve(request.status === 200 ? { file: request.response } : { error: request.response?.error });
    request.onerror = () => resolve({});
    request.send(data);
  });
}

/** Sends files with the words and the address of the form; says what became of each in its list. Returns what was stored. */
export async function upload(form, files) {
  const words = form.dataset;
  const list = form.querySelector('[data-media-progress]');
  list.replaceChildren();
  const rows = [...files].map((file) => {
    const bar = make('progress', { max: 1, value: 0 });
    bar.setAttribute('aria-label', file.name);
    const row = make('li', {}, make('span', { textContent: file.name }), bar);
    list.append(row);
    return { file, bar, row };
  });
  const stored = [];
  for (const { file, bar, row } of rows) {
    const say = (className, text) => row.append(make('span', { className, textContent: text }));
    if (file.size > Number(words.max)) {
      bar.remove();
      say('field-validation-error', words.tooLarge.replace('{0}', file.name));
      continue;
    }
    const answer = await send(form, file, (part) => { bar.value = part; });
    bar.remove();
    if (answer.file) {
      stored.push(answer.file);
      say('is-done', words.done);
    } else {
      say('field-validation-error', answer.error ?? words.failed.replace('{0}', file.name));
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
    // A copied picture has no name of its own.
    take(files.map((file) => (file.name === 'image.png' ? new File([file], `${pastedName}.png`, { type: file.type }) : file)));
  });
}

export { make };
