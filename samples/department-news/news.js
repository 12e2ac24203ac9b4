// The seminars of one site on the static page of another: nothing but the browser's own fetch.
// The site is named in the address, as index.html?site=https://www.institute.example/graspp, or here:
const site = new URLSearchParams(location.search).get('site') ?? 'https://www.institute.example';
const language = document.documentElement.lang;

async function read(path) {
  const answer = await fetch(`${site}/api/seminars/v1/${path}`, { headers: { 'Accept-Language': language } });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.title); // Problem Details say it in the reader's language.
  }
  return body.items;
}

function line(text, href) {
  const paragraph = document.createElement('p');
  if (href) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text; // Never as HTML: what another site says stays text.
    paragraph.append(link);
  } else {
    paragraph.textContent = text;
  }
  return paragraph;
}

function when(event) {
  if (!event.start) {
    return 'Date to be announced';
  }
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: event.timeZone });
  return `${day.format(new Date(event.start))} (${event.timeZone})`;
}

function show(id, items, lines) {
  const entries = items.map(item => {
    const entry = document.createElement('li');
    entry.append(...lines(item));
    return entry;
  });
  document.getElementById(id).replaceChildren(...(entries.length ? entries : [line('Nothing at the moment.')]));
}

try {
  show('events', await read('events?limit=5'), event => [
    line(event.title, event.url),
    line([when(event), event.place].filter(Boolean).join(' · ')),
    line(event.availability.sentence),
  ]);
  show('reports', await read('reports?limit=5'), report => [line(report.title, report.url)]);
} catch (problem) {
  show('events', [problem], () => [line(`The seminars cannot be read now: ${problem.message}`)]);
}
