/** The keyboard commands as they are set in this browser. */
import { browser } from '../../utils/browser';

/** As one comes to need them; the browser sorts them by name. */
const order = ['next-passage', 'previous-passage', 'open-card', 'toggle-site', 'add-statement'];

/** Keys in the browser's own words, such as "Alt+Shift+J" ("": not set), with what they do. */
export const commandKeys = async (): Promise<{ keys: string; does: string }[]> =>
  (await browser.commands.getAll())
    .sort((a, b) => order.indexOf(a.name ?? '') - order.indexOf(b.name ?? ''))
    .flatMap(({ shortcut, description }) => (description ? [{ keys: shortcut ?? '', does: description }] : []));
