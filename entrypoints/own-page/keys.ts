/** The keyboard commands as they are set in this browser. */
import { browser } from '../../utils/browser';

/** Keys in the browser's own words, such as "Alt+Shift+J" ("": not set), with what they do. */
export const commandKeys = async (): Promise<{ keys: string; does: string }[]> =>
  (await browser.commands.getAll()).flatMap(({ shortcut, description }) =>
    description ? [{ keys: shortcut ?? '', does: description }] : [],
  );
