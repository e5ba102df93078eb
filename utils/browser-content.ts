/**
 * What our scripts in pages use of the WebExtension API, over the browser's own: half a kilobyte in place of the
 * polyfill's ten. The build puts it in the polyfill's place there (wxt.config.ts); docs/decisions/0051.
 */
import type { Browser, Runtime } from 'webextension-polyfill';

type Heard = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined;
type Native = (message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void) => boolean;

const scope = globalThis as unknown as { browser?: Browser; chrome: Browser };
const native = scope.browser?.runtime?.id ? scope.browser : scope.chrome;
const hearing = native.runtime.onMessage as unknown as {
  addListener(listener: Native): void;
  removeListener(listener: Native): void;
};
const known = new WeakMap<Heard, Native>();

/** A listener that answers with a promise, as Chromium before 152 knows it: by a callback. */
function nativeOf(heard: Heard): Native {
  const found = known.get(heard);
  if (found) return found;
  const own: Native = (message, sender, respond) => {
    const reply = heard(message, sender);
    if (!reply) return false;
    reply.then(respond, () => respond(undefined));
    return true;
  };
  known.set(heard, own);
  return own;
}

const { runtime, storage, i18n } = native;

export default {
  storage,
  i18n,
  runtime: {
    // Asked anew each time: it is gone once the extension was updated.
    get id() {
      return runtime.id;
    },
    getURL: (path: string) => runtime.getURL(path),
    getManifest: () => runtime.getManifest(),
    sendMessage: (message: unknown) => runtime.sendMessage(message),
    onMessage: {
      addListener: (heard: Heard) => hearing.addListener(nativeOf(heard)),
      removeListener: (heard: Heard) => hearing.removeListener(nativeOf(heard)),
    },
  },
} as unknown as Browser;
