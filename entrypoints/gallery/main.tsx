/** The gallery of views in all their states: development build only (see wxt.config.ts). `?state=ID` shows one alone. */
import { render } from 'preact';
import { startPage } from '../own-page/start';
import './fonts.css';
import frame from './gallery.css?inline';
import type { GalleryState } from './state';
import { states } from './states';

function adopt(css: readonly string[]): void {
  document.adoptedStyleSheets = css.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

const frames = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

async function one(state: GalleryState, root: HTMLElement): Promise<void> {
  adopt(state.css);
  if (state.rtl) document.documentElement.dir = 'rtl';
  render(
    <div class="stage" data-state={state.id} style={{ inlineSize: `${state.width + 32}px`, boxSizing: 'border-box' }}>
      {state.view()}
    </div>,
    root,
  );
  await frames();
  await state.act?.(root);
  await document.fonts.ready;
  await frames();
  root.dataset.ready = state.id;
}

function shelf(root: HTMLElement): void {
  adopt([frame]);
  render(
    <main class="shelf">
      {states.map(({ id, width }) => (
        <figure key={id}>
          <figcaption>
            <a href={`?state=${id}`}>{id}</a>
          </figcaption>
          <iframe title={id} src={`?state=${id}`} width={width + 34} height={600} loading="lazy" />
        </figure>
      ))}
    </main>,
    root,
  );
  root.dataset.ready = 'shelf';
  root.dataset.states = states.map(({ id }) => id).join(' ');
}

await startPage();
const root = document.getElementById('root') as HTMLElement;
const asked = new URLSearchParams(location.search).get('state');
const found = states.find(({ id }) => id === asked);
if (found) await one(found, root);
else shelf(root);
