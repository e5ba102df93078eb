/** The worker behind our pages: started when first called, its open calls answered for when it died, begun anew by the next. */
import { browser } from '../../utils/browser';
import { callsTo } from '../../utils/calls';
import { onEnd } from '../../utils/corpus/alive';
import { corpusFault } from '../../utils/corpus/faults';
import type { CorpusEvent, CorpusService } from '../../utils/corpus-service';
import { t } from '../../utils/i18n';
import { wordsTag } from '../own-page/words';

/** After so many deaths within `WHILE` ms the views are not told to ask again: what it finds may kill each new one. */
const MOST = 3;
const WHILE = 60_000;

type Calls = CorpusService & { speak(files: string[], tag: string): Promise<unknown> };
/** What only the worker itself tells. */
type Told = CorpusEvent | { event: 'alive' };

/** Catalogue files for a language tag, the closest first. */
const files = (tag: string): string[] =>
  [...new Set([tag.replace('-', '_'), tag.split('-')[0], 'en'])].map((name) =>
    browser.runtime.getURL(`/_locales/${name}/messages.json`),
  );

export class WorkerHold {
  private running: { calls: Calls; stop: AbortController } | null = null;
  private deaths: number[] = [];

  /** `hear` gets the worker's events. */
  constructor(private readonly hear: (event: CorpusEvent) => void) {}

  /** The worker's methods; begins one where there is none. */
  get calls(): Calls {
    this.running ??= this.start();
    return this.running.calls;
  }

  /** Ends the worker; what it was writing is taken back at the next start. */
  close(): void {
    this.running?.stop.abort();
    this.running = null;
  }

  private start(): { calls: Calls; stop: AbortController } {
    const name = `said-before:worker:${crypto.randomUUID()}`;
    const worker = new Worker(browser.runtime.getURL('/corpus-worker.js'), { name });
    const stop = new AbortController();
    stop.signal.addEventListener('abort', () => worker.terminate(), { once: true });
    const told = (event: unknown): void => {
      const one = event as Told;
      if (one.event === 'alive') onEnd(name, () => this.died(stop), stop.signal);
      else this.hear(one);
    };
    const failed = { code: 'worker', message: t('messageFailed'), todo: t('messageFailedTodo') };
    worker.addEventListener('error', () => this.hear({ event: 'fault', fault: failed }), { signal: stop.signal });
    const calls = callsTo<Calls>(worker, told, stop.signal, () => corpusFault('WorkerGone'));
    const tag = wordsTag();
    void calls.speak(files(tag), tag);
    void calls.open();
    return { calls, stop };
  }

  private died(stop: AbortController): void {
    this.running = null;
    const now = Date.now();
    this.deaths = [...this.deaths.filter((at) => now - at < WHILE), now];
    // Whoever waits for an answer gets one: that there will be none.
    stop.abort();
    if (this.deaths.length >= MOST) this.hear({ event: 'fault', fault: corpusFault('WorkerGone') });
    else this.hear({ event: 'changed' });
  }
}
