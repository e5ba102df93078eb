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

/** Points at marks one after the other, with an opening delay of 0. Returns ms from the pointer's event to the open card. */
export async function passageToCard(context, desk, url) {
  await desk.evaluate(() => chrome.storage.sync.set({ settings: { version: 2, delay: 0, density: 100 } }));
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    Object.assign(globalThis, { moved: 0, opened: 0 });
    addEventListener(
      'pointermove',
      (event) => {
        globalThis.moved = event.timeStamp;
      },
      true,
    );
    const shell = document.querySelector('said-before-overlay').shadowRoot.querySelector('.shell');
    shell.addEventListener('toggle', (event) => {
      if (event.newState === 'open') globalThis.opened = event.timeStamp;
    });
  });
  const times = [];
  for (let i = 0; i < 60; i += 1) {
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
    await page.evaluate(() => {
      globalThis.opened = 0;
    });
    await page.mouse.move(spot.x, spot.y);
    await page.waitForFunction(() => globalThis.opened > 0, null, { timeout: 3000 }).catch(() => {});
    const took = await page.evaluate(() => (globalThis.opened > 0 ? globalThis.opened - globalThis.moved : null));
    if (took !== null) times.push(took);
  }
  await page.close();
  await desk.evaluate(() => chrome.storage.sync.remove('settings'));
  return { count: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
