// The admin works without this script; it only saves clicks and mistakes.

// A form of class no-multisubmit is sent once, however often its buttons are pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.classList.contains('no-multisubmit')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
});
// Coming back by the browser's history, it may be sent again.
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));

// A select with data-go leads to the address that is chosen.
document.addEventListener('change', (event) => {
  if (event.target.matches('select[data-go]')) location.assign(event.target.value);
});

/*
 * Repeated fieldsets:
 *
 *   <div data-rows>
 *     <div data-row> ... name="Part.Links[0].Url" ... <button type="button" data-row-remove>Remove</button></div>
 *     <template data-row-template>
 *       <div data-row> ... name="Part.Links[__index__].Url" ... <button type="button" data-row-remove>Remove</button></div>
 *     </template>
 *     <button type="button" data-row-add>Add</button>
 *   </div>
 *
 * A new row gets the next index wherever the template says __index__. After a row is removed, the rows behind it are numbered anew,
 * because the server reads a list only as far as its indexes go on without a gap. The number changed in name, id, for and
 * aria-describedby is the first one after what the template says before its __index__.
 */
const rowsOf = (list) => [...list.children].filter((child) => child.matches('[data-row]'));
const attributes = ['name', 'id', 'for', 'aria-describedby', 'aria-labelledby', 'data-valmsg-for'];

function renumber(list) {
  const pattern = list.querySelector(':scope > template[data-row-template]').innerHTML;
  const starts = [...new Set([...pattern.matchAll(/"([^"]*?)__index__/g)].map((match) => match[1]))];
  rowsOf(list).forEach((row, index) => {
    for (const element of [row, ...row.querySelectorAll('*')]) {
      for (const attribute of attributes) {
        const value = element.getAttribute(attribute);
        const start = value && starts.find((s) => value.startsWith(s) && /^\d/.test(value.slice(s.length)));
        if (start !== undefined && start !== null && start !== '') {
          element.setAttribute(attribute, start + value.slice(start.length).replace(/^\d+/, index));
        }
      }
    }
  });
}

document.addEventListener('click', (event) => {
  const add = event.target.closest('[data-row-add]');
  const remove = event.target.closest('[data-row-remove]');
  const list = (add ?? remove)?.closest('[data-rows]');
  if (!list) return;

  const template = list.querySelector(':scope > template[data-row-template]');
  if (add) {
    template.insertAdjacentHTML('beforebegin', template.innerHTML.replaceAll('__index__', rowsOf(list).length));
    rowsOf(list).at(-1).querySelector('input, select, textarea')?.focus();
  } else {
    remove.closest('[data-row]').remove();
    renumber(list);
    list.querySelector('[data-row-add]')?.focus();
  }
});
