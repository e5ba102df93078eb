/** What the background answers to each message. */
import { changeMany } from '../../utils/corpus/bulk';
import { checkStatement } from '../../utils/corpus/check-statement';
import type { CorpusDb } from '../../utils/corpus/db';
import { putStatements } from '../../utils/corpus/edit';
import { CorpusError, corpusFault, guarded } from '../../utils/corpus/faults';
import { type Label, redo, undo } from '../../utils/corpus/history';
import { first } from '../../utils/corpus/pause';
import { type RowFault, recordFault } from '../../utils/corpus/row-faults';
import { stepWords } from '../../utils/corpus/step-words';
import type { Mute, ToBackground } from '../../utils/messages';
import type { Handlers } from '../../utils/messaging';
import { packReply } from '../../utils/packed-reply';
import { readStatement } from '../../utils/reading/read-article';
import type { Article, Result, Statement } from '../../utils/types';
import { openOptions } from './commands';
import { corpus } from './corpus';
import { refreshGate } from './gate';
import { addMute, removeMute } from './mutes';
import { addCard, inject, readAgain, showBadge, topical } from './page';
import { reportOf, timelineOf } from './report';
import { loadSettings } from './settings';
import { subscriptionHandlers } from './subscriptions';
import { topicsOf } from './topic';

/** Work that needs a database that can be written. */
async function writing<T>(work: (db: CorpusDb) => Promise<T>): Promise<Result<T>> {
  return guarded(async () => {
    const held = await corpus();
    if (!held.db) throw new CorpusError((await held.status()).fault ?? corpusFault('Unavailable'));
    const value = await work(held.db);
    await refreshGate(held);
    return value;
  });
}

const words = (label: Label | null): { label: string } | null => label && { label: stepWords(label) };

const isArticle = (value: unknown): value is Article =>
  typeof value === 'object' &&
  value !== null &&
  'blocks' in value &&
  Array.isArray(value.blocks) &&
  value.blocks.every((block: unknown) => typeof (block as { text?: unknown } | null)?.text === 'string');

function checked(value: unknown): Result<Statement> {
  const faults: RowFault[] = [];
  const statement = checkStatement(value, 1, {}, faults);
  if (statement) return { ok: true, value: statement };
  return { ok: false, fault: recordFault(faults) };
}

const isMute = (mute: Partial<Record<string, unknown>> | undefined): boolean =>
  typeof mute?.words === 'string' &&
  ((mute.kind === 'passage' && typeof mute.proposition === 'string') ||
    (mute.kind === 'pair' && typeof mute.statement === 'string'));

const malformed = (): { ok: false; fault: ReturnType<typeof corpusFault> } => ({
  ok: false,
  fault: corpusFault('Malformed'),
});

/** Answers by message. */
export const handlers: Handlers<ToBackground> = {
  ...subscriptionHandlers,
  'page.topical': async (request, sender) => {
    await topical(sender, await loadSettings(), request?.force === true);
    return null;
  },
  'page.card': async (_, { tab, frameId }) =>
    (await addCard(tab?.id, frameId)) ? { ok: true, value: null } : { ok: false, fault: corpusFault('Page') },
  'page.report': async ({ article }, sender) => {
    if (!isArticle(article)) return malformed();
    const reply = await guarded(async () => {
      const held = await corpus();
      return first(() => reportOf(held, article));
    });
    const tabId = sender.tab?.id;
    if (reply.ok && tabId !== undefined && !sender.frameId) await showBadge(tabId, reply.value.report.counts.covered);
    return reply.ok ? { ok: true, value: packReply(reply.value) } : reply;
  },
  'page.timeline': ({ proposition, before }) =>
    guarded(async () => timelineOf(await corpus(), String(proposition), before)),
  'page.force': async ({ tabId }) =>
    (await inject(tabId, 0)) ? { ok: true, value: null } : { ok: false, fault: corpusFault('Page') },
  'mute.add': ({ mute }) =>
    isMute(mute) ? writing(async (db) => ({ id: await addMute(db, mute as Mute) })) : malformed(),
  'mute.remove': ({ id }) => writing((db) => removeMute(db, String(id)).then(() => null)),
  'corpus.status': () =>
    guarded(async () => {
      const held = await corpus();
      await refreshGate(held);
      return held.status();
    }),
  'corpus.changed': async () => {
    await refreshGate(await corpus());
    readAgain();
    return null;
  },
  'corpus.put': ({ statement }) => {
    const good = checked(statement);
    if (!good.ok) return good;
    const { id, speaker } = good.value;
    return writing(async (db) => {
      await putStatements(db, [good.value], (added) => ({
        key: added ? 'stepStatementAdded' : 'stepStatementChanged',
        args: [speaker],
      }));
      return { id };
    });
  },
  'corpus.delete': ({ ids }) =>
    writing(async (db) => ({
      count: await changeMany(db, ids, { do: 'delete' }),
    })),
  'corpus.undo': () => writing(async (db) => words(await undo(db))),
  'corpus.redo': () => writing(async (db) => words(await redo(db))),
  'reading.propose': ({ text, speaker, date }) =>
    guarded(async () => readStatement(String(text), String(speaker), await topicsOf(await corpus()), date ?? null)),
  'options.open': async ({ hash }) => {
    await openOptions(hash);
    return null;
  },
};
