/**
 * Longest tasks of a page and of its workers, in processor time: on a shared machine a task's time by the clock tells
 * more of the neighbours. From the browser's own trace.
 */
import type { BrowserContext, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Processor time, µs. */
  tdur?: number;
  args: { name?: string };
}

/** Begins to watch; the function returned ends it and gives the longest tasks, ms. */
export async function watchTasks(
  chrome: BrowserContext,
  page: Page,
): Promise<() => Promise<{ page: number; worker: number }>> {
  const session = await chrome.newCDPSession(page);
  // Pages of ours share one thread: what earlier ones left behind is not this one's to clean up.
  await session.send('HeapProfiler.collectGarbage');
  const threads = new Map<string, string>();
  const longest = new Map<string, number>();
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, ph, pid, tid, tdur = 0, args } of value as unknown as TraceEvent[]) {
      const thread = `${pid}:${tid}`;
      if (name === 'thread_name') threads.set(thread, args.name ?? '');
      else if (ph === 'X' && name.endsWith('RunTask')) longest.set(thread, Math.max(longest.get(thread) ?? 0, tdur));
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  return async () => {
    const done = new Promise<unknown>((ready) => session.once('Tracing.tracingComplete', ready));
    await session.send('Tracing.end');
    await done;
    const of = (wanted: string): number =>
      Math.max(0, ...[...longest].flatMap(([thread, took]) => (threads.get(thread) === wanted ? [took / 1000] : [])));
    return { page: of('CrRendererMain'), worker: of('DedicatedWorker thread') };
  };
}
