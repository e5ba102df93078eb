/** Statements over time for the propositions of a page. */
import { nameOf } from '../../components/popup/model';
import type { PlotRow } from '../../components/popup/Plot';
import type { PageReply } from '../../utils/messages';
import { send } from '../../utils/messaging';

/** Rows at most: what no page with an article's worth of claims exceeds, and one can still look through. */
const MOST = 12;

/** The page's propositions, those with most evidence first, each with its statements before the page's day. */
export async function plotRows(reply: PageReply): Promise<PlotRow[]> {
  const weight = new Map<string, number>();
  for (const { readings, evidence } of reply.report.passages)
    for (const { proposition } of readings)
      weight.set(proposition, (weight.get(proposition) ?? 0) + 1 + evidence.length * 10);
  const ids = [...weight].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  const before = reply.report.page.published;
  const rows = await Promise.all(
    ids.slice(0, MOST).map(async (id): Promise<PlotRow> => {
      const dots = await send('page.timeline', { proposition: id, before });
      return { id, name: nameOf(reply, id), dots: dots.ok ? dots.value : [] };
    }),
  );
  return rows.filter((row) => row.dots.length > 0);
}
