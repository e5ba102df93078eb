/** What a screen reader is told of a page that was read: all of it once, later only what is new. */
import type { Notice } from '../../components/card/Card';
import { t, tn } from '../../utils/i18n';
import { kindOf } from '../../utils/overlay/choose';
import { say } from '../../utils/overlay/voice';
import type { Settings } from '../../utils/settings';
import type { PageReport } from '../../utils/types';

export interface Shown {
  settings: Pick<Settings, 'show'>;
  /** Number of marks that the commands go to. */
  marks: number;
  /** Can this browser paint them? */
  painted: boolean;
}

export class Announcer {
  /** So many passages with earlier statements have been told of. */
  private told = 0;

  constructor(private readonly live: HTMLElement) {}

  /** The page is another. */
  forget(): void {
    this.told = 0;
  }

  /** Tells what a report found, unless it is no more than was told before: a live blog changes all the time. */
  found(report: PageReport, shown: Shown): void {
    const { covered } = report.counts;
    const more = covered - this.told;
    if (more <= 0) return;
    const first = this.told === 0;
    this.told = covered;
    const { published } = report.page;
    if (first) {
      const key = published ? 'overlayFound' : 'overlayFoundUndated';
      say(this.live, t(key, tn('overlayClaims', report.counts.passages), covered, howToGo(report, shown)));
    } else say(this.live, tn(published ? 'overlayMore' : 'overlayMoreUndated', more));
  }
}

/** What the next card tells when marks that were left out join the others; null where none do. `undo` leaves them out again. */
export const noticeOfMore = (before: number, now: number, undo: () => void): Notice | null =>
  now > before ? { text: tn('cardMoreMarks', now - before, now), undo } : null;

/** How to get to the passages; where there are more of them than marks, to how many. */
function howToGo({ counts, passages }: PageReport, { settings, marks, painted }: Shown): string {
  if (!painted) return t('overlayNoMarks');
  if (marks >= counts.covered) return t('overlayHow');
  const all = passages.filter((passage) => kindOf(passage, settings.show) !== null).length;
  return t(marks < all && all === counts.covered ? 'overlayHowFirst' : 'overlayHowSome', marks);
}
