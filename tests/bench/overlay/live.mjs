/** The built extension in a page: what its tasks cost as the page loads, and how soon a card stands. */

const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

/** Loads a page under trace. Returns ms of the thread's time: all our script time, our longest stretch, the longest task that has us in it. */
export async function traced(context, url, topical) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const done = new Promise((ready) => session.once('Tracing.tracingComplete', ready));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await page.goto(url);
  if (topical) await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 20_000 });
  await page.waitForTimeout(topical ? 800 : 1800);
  await session.send('Tracing.end');
  await done;
  await page.close();
  const own = events.filter(
    ({ ph, name, args }) =>
      ph === 'X' &&
      /^(?:FunctionCall|EvaluateScript|v8\.compile)$/.test(name) &&
      /^chrome-extension:.*content-scripts/.test(args?.data?.url ?? ''),
  );
  // A call within a call counts once.
  const outer = own.filter(
    (e) => !own.some((o) => o !== e && o.tid === e.tid && o.ts <= e.ts && o.ts + o.dur >= e.ts + e.dur),
  );
  const tasks = events.filter(({ ph, name }) => ph === 'X' && /RunTask$/.test(name));
  const around = outer.flatMap((e) =>
    tasks.filter((t) => t.tid === e.tid && t.ts <= e.ts && t.ts + t.dur >= e.ts + e.dur),
  );
  // Time of the thread, where the trace has it: what other programs take of the machine is none of the page's cost.
  const cost = ({ tdur, dur }) => (tdur ?? dur) / 1000;
  const most = (list) => Math.max(0, ...list.map(cost));
  return { total: outer.reduce((sum, e) => sum + cost(e), 0), longest: most(outer), task: most(around) };
}

/** Puts so many invented statements on the topic's claims into the corpus, beside the bundled pack. Returns how many it then holds. */
export async function fillCorpus(context, desk, script, count, propositions) {
  // A page of ours that does nothing by itself.
  const page = await context.newPage();
  await page.goto(new URL('/icons/icon.svg', desk.url()).href);
  await page.evaluate(script);
  await page.evaluate(([most, ids]) => globalThis.bench.addPacks(0, most, ids), [count, propositions]);
  await page.close();
  const status = await desk.evaluate(() => chrome.runtime.sendMessage({ type: 'corpus.status', request: null }));
  return status.value.statements;
}

const hands = `
  globalThis.times = { moved: 0, opened: 0, drawn: 0 };
  addEventListener('pointermove', (event) => { times.moved = event.timeStamp; }, true);
  const shell = document.querySelector('said-before-overlay').shadowRoot.querySelector('.shell');
  shell.addEventListener('toggle', (event) => { if (event.newState === 'open') times.opened = event.timeStamp; });
  new MutationObserver(() => {
    if (times.drawn === 0 && shell.querySelector('.timeline svg')) times.drawn = performance.now();
  }).observe(shell, { childList: true, subtree: true });
`;

/**
 * Points at marks one after the other, with an opening delay of 0; with `stopped` the service worker is stopped before
 * each. Returns ms from the pointer's event to the open card (p50, p95), and until its plot is drawn (`whole`, the first
 * of each claim: what was asked for a moment ago is not asked again).
 */
export async function passageToCard(context, desk, url, { cards = 60, stopped = false } = {}) {
  await desk.evaluate(() => chrome.storage.sync.set({ settings: { version: 2, delay: 0, density: 100 } }));
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(500);
  await page.evaluate(hands);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  const times = [];
  const whole = [];
  for (let i = 0; i < cards; i += 1) {
    const spot = await page.evaluate((at) => {
      const ranges = [...CSS.highlights]
        .filter(([name]) => /said-before-(?!current)/.test(name))
        .flatMap(([, h]) => [...h]);
      const range = ranges[at % ranges.length];
      range.startContainer.parentElement.scrollIntoView({ block: 'center' });
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const rect = [...live.getClientRects()].find((r) => r.width > 40);
      return rect && { x: rect.left + 30, y: rect.top + rect.height / 2 };
    }, i);
    if (!spot) continue;
    await page.mouse.move(3, 3);
    await page.waitForTimeout(420);
    if (stopped) await session.send('ServiceWorker.stopAllWorkers');
    await page.evaluate(() => Object.assign(globalThis.times, { opened: 0, drawn: 0 }));
    await page.mouse.move(spot.x, spot.y);
    await page
      .waitForFunction(() => globalThis.times.opened > 0 && globalThis.times.drawn > 0, null, { timeout: 5000 })
      .catch(() => {});
    const { moved, opened, drawn } = await page.evaluate(() => globalThis.times);
    if (opened > 0) times.push(opened - moved);
    if (drawn > 0) whole.push(Math.max(opened, drawn) - moved);
  }
  await page.close();
  await desk.evaluate(() => chrome.storage.sync.remove('settings'));
  const of = (list) => ({ p50: quantile(list, 0.5), p95: quantile(list, 0.95) });
  return { count: times.length, ...of(times), whole: of(whole) };
}
