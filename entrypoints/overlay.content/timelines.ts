/** Timelines of propositions, asked for when the pointer nears a mark, so that they are there when the card opens. */
import type { ClaimTimeline } from '../../components/card/model';
import type { TimelineDot } from '../../utils/messages';
import { type Arrived, send } from '../../utils/messaging';
import type { ReportPassage, Result } from '../../utils/types';

type Answer = Promise<Arrived<Result<TimelineDot[]>>>;

/** An answer serves so long, in ms: the corpus can change meanwhile. */
const FRESH = 30_000;
const asked = new Map<string, { at: number; answer: Answer }>();

/** All dots of one proposition before a day (null: any), from the background or as answered a moment ago. */
export function timelineOf(proposition: string, before: string | null): Answer {
  const key = `${proposition} ${before}`;
  const known = asked.get(key);
  if (known && Date.now() - known.at < FRESH) return known.answer;
  const answer = send('page.timeline', { proposition, before });
  asked.set(key, { at: Date.now(), answer });
  void answer.then((reply) => reply.ok || asked.delete(key));
  return answer;
}

/** One timeline for each claim of a passage; without dots where the background does not answer. */
export const timelinesOf = ({ readings }: ReportPassage, before: string | null): Promise<ClaimTimeline[]> =>
  Promise.all(
    readings.map(async ({ proposition, stance }) => {
      const dots = await timelineOf(proposition, before);
      return { id: proposition, stance, dots: dots.ok ? dots.value : [] };
    }),
  );
