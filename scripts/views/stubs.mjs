/**
 * States that do not come by themselves: each is a function that runs in one of our pages before its own scripts and
 * answers in the place of the browser or of our background.
 */

/**
 * Messages are answered by `answers`, by type: a reply, null for "never", or the key of a fault's text, which
 * may also stand in a reply as its `fault`. With
 * `pages: false` the browser says that no web page is open to us.
 */
export function answering({ answers = {}, pages = true }) {
  const said = (key) => chrome.i18n.getMessage(key) || key;
  const fault = (key) => ({ code: 'sample', message: said(key), todo: said(`${key}Todo`) });
  const replyOf = (answer) => {
    if (typeof answer === 'string') return { ok: false, fault: fault(answer) };
    const named = (key, value) => (key === 'fault' && typeof value === 'string' ? fault(value) : value);
    return JSON.parse(JSON.stringify(answer), named);
  };
  for (const place of [chrome.runtime, chrome.tabs]) {
    const before = place.sendMessage.bind(place);
    place.sendMessage = (...args) => {
      const message = args.find((one) => typeof one === 'object' && one !== null && 'type' in one);
      if (!message || !Object.hasOwn(answers, message.type)) return before(...args);
      const answer = answers[message.type];
      if (answer === null) return new Promise(() => {});
      const reply = replyOf(answer);
      if (typeof args.at(-1) === 'function') args.at(-1)(reply);
      return Promise.resolve(reply);
    };
  }
  if (pages) return;
  chrome.permissions.contains = (_, told) => {
    told?.(false);
    return Promise.resolve(false);
  };
}

/** A worker that never answers: everything that waits for the corpus waits. */
export function silentWorker() {
  globalThis.Worker = class extends EventTarget {
    postMessage() {}
    terminate() {}
  };
}

/** A worker that answers every call with a fault of the catalogue. */
export function failingWorker(key) {
  globalThis.Worker = class extends EventTarget {
    postMessage({ call }) {
      const said = (name) => chrome.i18n.getMessage(name) || name;
      const fault = { code: 'x', message: said(key), todo: said(`${key}Todo`) };
      const data = { call, reply: { ok: false, fault } };
      setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })), 20);
    }
    terminate() {}
  };
}

/** A database that cannot be opened. */
export function brokenStore() {
  indexedDB.open = () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
}
