// What a phone at the door knows: the list as it last came, what was ticked since, and how to make both one again.

const prefix = 'check-in:';
const often = 10_000; // milliseconds

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const empty = () => ({ people: [], free: null, whyNobody: null, keepFrom: null, keepUntil: null, offset: 0, queue: [], walkIns: [], refused: [], token: '', known: false });

function read(key) {
  try {
    return { ...empty(), ...JSON.parse(localStorage.getItem(key) ?? '{}') };
  } catch {
    return empty();
  }
}

export class DoorStore {
  state = 'loading'; // then saved, sending, offline or signedOut
  #running = false;
  #again = false;
  #forgotten = false;

  /** @param {string} address where people are read and reported. @param {() => void} changed called whenever there is something new to see. */
  constructor(address, changed) {
    this.address = address;
    this.key = prefix + address;
    this.changed = changed;
    DoorStore.#clearOthers(this.key);
    this.data = read(this.key);
    addEventListener('online', () => this.sync());
    document.addEventListener('visibilitychange', () => document.hidden || this.sync());
    setInterval(() => document.hidden || this.sync(), often);
  }

  /** By the clock of the site. */
  now() {
    return Date.now() + this.data.offset;
  }

  get keeps() {
    const { keepFrom, keepUntil } = this.data;
    return keepFrom !== null && this.now() >= keepFrom && this.now() < keepUntil;
  }

  get waiting() {
    return this.data.queue.length + this.data.walkIns.length;
  }

  /** Seats for people who come unregistered, less those who have just been let in. */
  get free() {
    return this.data.free === null ? null : Math.max(0, this.data.free - this.data.walkIns.length);
  }

  /** Everybody, with what was ticked here since. */
  people() {
    const ticked = new Map();
    for (const tick of this.data.queue) ticked.set(tick.id, tick);
    const known = this.data.people.map((person) => {
      const tick = ticked.get(person.id);
      return tick ? { ...person, here: tick.here, ticked: tick.at, waits: true } : person;
    });
    const letIn = this.data.walkIns.map(({ key, name, at }) => ({ id: key, name, seats: 1, ticket: '', here: true, ticked: at, waits: true, isWalkIn: true }));
    return [...known, ...letIn];
  }

  tick(person, here) {
    const at = Math.max(this.now(), (person.ticked ?? 0) + 1); // Later than what it answers, whatever the clocks say.
    this.data.queue = [...this.data.queue.filter((tick) => tick.id !== person.id), { id: person.id, at, here }];
    this.#keep();
    this.sync();
  }

  letIn(name) {
    this.data.walkIns.push({ key: base64url(crypto.getRandomValues(new Uint8Array(16))), name, at: this.now() });
    this.#keep();
    this.sync();
  }

  dismiss(key) {
    this.data.refused = this.data.refused.filter((one) => one.key !== key);
    this.#keep();
  }

  /** Sends what waits and reads how things stand; the next call waits for this one. */
  async sync() {
    if (this.#forgotten) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      this.state = await this.#exchange();
    } catch {
      this.state = 'offline';
    }
    this.#running = false;
    this.#keep();
    if (this.#again) {
      this.#again = false;
      await this.sync();
    }
  }

  /** Takes all names off this phone, once nothing waits to be sent. Whether it did. */
  async forget() {
    await this.sync();
    if (this.waiting) return false;
    this.#forgotten = true;
    this.data = empty();
    localStorage.removeItem(this.key);
    await window.caches?.delete('check-in');
    return true;
  }

  async #exchange() {
    const { queue, walkIns } = this.data;
    const [ticks, people] = [[...queue], [...walkIns]];
    if (ticks.length + people.length === 0 || !this.data.token) {
      const answer = await this.#ask();
      return answer === 'saved' && this.waiting && this.data.token ? this.#exchange() : answer;
    }
    this.state = 'sending';
    const report = JSON.stringify({ ticks, walkIns: people });
    const answer = await this.#ask(new URLSearchParams({ report, __RequestVerificationToken: this.data.token }));
    if (answer === 'refused') {
      this.data.token = ''; // That of a page from before: the list brings another.
      const asked = await this.#ask();
      if (asked !== 'saved') return asked;
      return this.#ask(new URLSearchParams({ report, __RequestVerificationToken: this.data.token })).then((again) => this.#sent(again, ticks, people));
    }
    return this.#sent(answer, ticks, people);
  }

  #sent(answer, ticks, people) {
    if (answer !== 'saved') return answer === 'refused' ? 'offline' : answer;
    this.data.queue = this.data.queue.filter((tick) => !ticks.includes(tick));
    this.data.walkIns = this.data.walkIns.filter((one) => !people.includes(one));
    for (const { key, name } of people) {
      if (this.refusals[key]) this.data.refused.push({ key, name, reason: this.refusals[key] });
    }
    return 'saved';
  }

  async #ask(body) {
    const before = Date.now();
    const response = await fetch(this.address, { method: body ? 'POST' : 'GET', body, redirect: 'manual', cache: 'no-store', headers: { Accept: 'application/json' } });
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) return 'signedOut';
    if (response.status === 400) return 'refused';
    if (!response.ok) return 'offline';
    const { now, refused, ...list } = await response.json();
    this.refusals = refused;
    Object.assign(this.data, list, { offset: Math.round(now - (before + Date.now()) / 2), known: true });
    return 'saved';
  }

  /* Names stay on the phone on the day of the event alone; what waits to be sent stays until it is. */
  #keep() {
    if (this.data.keepUntil !== null && this.now() >= this.data.keepUntil) this.data.people = [];
    if (this.#forgotten) return;
    if (this.keeps) {
      localStorage.setItem(this.key, JSON.stringify(this.data));
    } else if (this.waiting) {
      localStorage.setItem(this.key, JSON.stringify({ ...this.data, people: [], known: false }));
    } else {
      localStorage.removeItem(this.key);
    }
    this.changed();
  }

  static #clearOthers(own) {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix) && one !== own)) {
      const { keepUntil, offset, queue, walkIns, ...rest } = read(key);
      if (keepUntil !== null && Date.now() + offset < keepUntil) continue;
      if (queue.length + walkIns.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ ...rest, keepUntil, offset, queue, walkIns, people: [], known: false }));
    }
  }
}
