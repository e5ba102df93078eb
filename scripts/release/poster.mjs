/** A store's picture: a screenshot in a window's frame, with a line above it that says what one sees. */
import { readFileSync } from 'node:fs';

/** The stores' size, and that of the screenshot in it, in pixels. */
export const POSTER = { width: 1280, height: 800 };
export const SHOT = { width: 1120, height: 620 };

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const source = (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;

const styles = `
  body { margin: 0; background: var(--sb-accent-wash); color: var(--sb-ink); font-family: var(--sb-font); }
  h1 { margin: 0; block-size: 108px; display: grid; place-items: center; font: 700 34px/1.2 var(--sb-serif); }
  figure { position: relative; margin: 0 auto; inline-size: ${SHOT.width}px; border-radius: 12px; overflow: hidden;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 14%), 0 18px 50px rgb(40 25 50 / 22%); background: var(--sb-raised); }
  .bar { display: flex; align-items: center; gap: 8px; block-size: 38px; padding-inline: 14px;
    background: var(--sb-sunken); border-block-end: 1px solid var(--sb-rule); }
  .bar i { inline-size: 11px; block-size: 11px; border-radius: 50%; background: var(--sb-edge); opacity: .45; }
  .bar span { flex: 1; margin-inline: 12px; padding: 4px 14px; border-radius: 12px; background: var(--sb-raised);
    color: var(--sb-soft); font-size: 13px; }
  .bar img { inline-size: 20px; block-size: 20px; }
  img { display: block; }
  .over { position: absolute; inset-block-start: 34px; inset-inline-end: 14px; border-radius: 10px;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 16%), 0 12px 40px rgb(0 0 0 / 30%); }`;

/**
 * The HTML of a poster. `shot` is a file of SHOT's size, `over` a file that is laid over its upper corner, `address`
 * what the bar of the window shows.
 */
export function poster({ title, address, shot, over = null }) {
  const tokens = readFileSync('components/tokens.css', 'utf8');
  const icon = `data:image/svg+xml;base64,${readFileSync('public/icons/icon.svg').toString('base64')}`;
  return `<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8"><style>${tokens}${styles}</style>
<h1>${escaped(title)}</h1>
<figure><div class="bar"><i></i><i></i><i></i><span>${escaped(address)}</span><img src="${icon}" alt=""></div>
<img src="${source(shot)}" alt="">${over ? `<img class="over" src="${source(over)}" alt="">` : ''}</figure></html>`;
}
