import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Scripts in pages: there the polyfill is replaced by the half kilobyte that they need of it. */
const inPages = new Set(['overlay', 'card', 'capture']);

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    'vite:build:extendConfig': (entries, config) => {
      if (!entries.every(({ name }) => inPages.has(name))) return;
      config.plugins = [
        {
          name: 'content-browser',
          enforce: 'pre',
          resolveId: (id) => (id === 'webextension-polyfill' ? resolve('utils/browser-content.ts') : null),
        },
        config.plugins,
      ];
    },
    // The gallery is for those who work on the views: it is never in what readers install.
    'entrypoints:found': (wxt, found) => {
      const at = found.findIndex(({ name }) => name === 'gallery');
      if (at >= 0 && wxt.config.mode !== 'development') found.splice(at, 1);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
    // Which pages are news on a topic we hold can only be told by reading them; the README justifies each permission.
    host_permissions: ['http://*/*', 'https://*/*'],
    // The browsers' own policies, and leave for the reading models' sums in WebAssembly (utils/reading/model/sums.wat).
    content_security_policy: {
      extension_pages: `script-src 'self' 'wasm-unsafe-eval'; ${browser === 'firefox' ? 'upgrade-insecure-requests' : "object-src 'self'"};`,
    },
    icons: Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icons/${size}.png`])),
    action: { default_title: '__MSG_name__' },
    commands: {
      // N, P and A belong to Chromium's own tab groups and dialogs: it leaves such a command without a key, silently. Orca
      // lists links, entries and the like by most other letters while it reads a page (docs/decisions/0160).
      'next-passage': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNext__' },
      'previous-passage': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_commandPrevious__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandOpen__' },
      'add-statement': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandAdd__' },
      'toggle-site': { description: '__MSG_commandToggle__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'said-before@said-before.example',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '135' }),
  }),
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    // Its build for browsers of our day: an eighth smaller than the one that its entry names.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    // The oldest browsers of the manifests: for older ones `light-dark()` would be replaced by something that breaks it.
    build: { cssTarget: ['chrome135', 'firefox146'] },
  }),
});
