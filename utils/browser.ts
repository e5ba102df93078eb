/**
 * The one door to the WebExtension API. The polyfill is at its end of life (its authors say so), so nothing else may
 * import it: when Chrome's own `browser` can be relied on, only this file changes.
 */
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { browser };
