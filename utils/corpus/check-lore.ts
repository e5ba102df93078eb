/** Are a pack's propositions, people and topic what the engine can work with? */
import { compileTopic } from '../reading/topic';
import type { Pack, Proposition, TopicData } from '../types';
import { languagesFault } from './check-languages';
import { isModel, isSides } from './check-model';
import { forbiddenKey, isId, isObject } from './check-reading';
import { isDay } from './check-statement';

/** What is wrong with a pack's lore, and what the words speak of: the place in the file first. */
export type LoreFault = [
  name: `Lore${'Object' | 'Field' | 'Forbidden' | 'Twice' | 'Language' | 'Unknown' | 'Cue'}`,
  place: string,
  ...more: string[],
];

const LONGEST = 2000;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
const texts = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isText));
const optional = (value: unknown, test: (v: unknown) => boolean): boolean => value === undefined || test(value);
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const lists = (value: unknown): boolean =>
  isObject(value) && !forbiddenKey(value) && Object.values(value).every((list) => Array.isArray(list) && texts(list));

const proposition: Record<string, (value: unknown) => boolean> = {
  id: isId,
  group: isText,
  claim: isText,
  label: (v) => optional(v, isText),
  windowDays: (v) => optional(v, isCount),
  opposes: texts,
  figure: (v) => optional(v, (f) => isObject(f) && isText(f.kind) && isText(f.unit)),
  cues: (v) =>
    optional(
      v,
      (c) =>
        isObject(c) &&
        !forbiddenKey(c) &&
        [c.affirms, c.denies, c.hedges, c.never, c.about].every(texts) &&
        optional(c.like, isText) &&
        optional(
          c.swap,
          (s) => isObject(s) && !forbiddenKey(s) && Object.values(s).every((w) => typeof w === 'string'),
        ),
    ),
};

const person: Record<string, (value: unknown) => boolean> = {
  id: isId,
  name: isText,
  kind: (v) => v === 'person' || v === 'institution' || v === 'group',
  gender: (v) => optional(v, (g) => g === 'm' || g === 'f'),
  side: (v) => optional(v, (s) => typeof s === 'string'),
  spellings: texts,
  short: texts,
  ambiguous: texts,
  heads: texts,
  titles: (v) =>
    optional(
      v,
      (list) =>
        Array.isArray(list) &&
        list.every((t) => isObject(t) && isText(t.title) && optional(t.from, isDay) && optional(t.to, isDay)),
    ),
  place: (v) => optional(v, (p) => typeof p === 'boolean'),
};

/** What a proposition may have in another language, and the topic's words for it. */
const claimWords = {
  claim: isText,
  label: (v: unknown) => optional(v, isText),
  kind: (v: unknown) => optional(v, isText),
};
const terms = (v: unknown): boolean | string => {
  if (v === undefined) return true;
  return isObject(v) && !forbiddenKey(v) && (Object.keys(v).find((word) => !isText(v[word])) ?? true);
};
const packWords = { title: isText };
const topicWords = { sides: terms, roles: terms, names: terms };

const topic: Record<string, (value: unknown) => boolean> = {
  gate: (v) =>
    Array.isArray(v) &&
    v.every((list) => isObject(list) && Array.isArray(list.terms) && texts(list.terms) && isCount(list.least)),
  elsewhere: (v) => Array.isArray(v) && texts(v),
  classes: lists,
  sides: (v) => optional(v, isSides),
  models: (v) => optional(v, (list) => Array.isArray(list) && list.every(isModel)),
};

function wrongIn(value: unknown, shape: Record<string, (value: unknown) => boolean>, place: string): LoreFault | null {
  if (!isObject(value)) return ['LoreObject', place];
  const bad = forbiddenKey(value);
  if (bad) return ['LoreForbidden', place, bad];
  const field = Object.keys(shape).find((key) => !shape[key]?.(Object.hasOwn(value, key) ? value[key] : undefined));
  return field ? ['LoreField', `${place}.${field}`] : null;
}

function firstWrong(
  list: unknown[],
  shape: Record<string, (value: unknown) => boolean>,
  name: string,
): LoreFault | null {
  const seen = new Set<unknown>();
  for (const [i, item] of list.entries()) {
    const wrong = wrongIn(item, shape, `${name}[${i}]`);
    if (wrong) return wrong;
    const { id } = item as { id: string };
    if (seen.has(id)) return ['LoreTwice', `${name}[${i}].id`, id];
    seen.add(id);
  }
  return null;
}

/** The first fault of what stands in other languages than the pack's. */
function wordsFault(raw: { propositions: unknown[]; topic?: unknown; languages?: unknown }): LoreFault | null {
  const named = languagesFault(raw.languages, packWords, 'languages');
  if (named) return named;
  for (const [i, item] of raw.propositions.entries()) {
    const wrong = languagesFault((item as Proposition).languages, claimWords, `propositions[${i}].languages`);
    if (wrong) return wrong;
  }
  return languagesFault((raw.topic as TopicData | undefined)?.languages, topicWords, 'topic.languages');
}

/** Claims compiled at once: all of a pack's would keep a worker from answering for a tenth of a second. */
const SLICE = 8;

type Lore = Pick<Pack, 'propositions' | 'people' | 'topic' | 'languages'>;

/** A pack's lore in parts that compile if and only if the whole does: some claims with those they are like, or one model. */
function* slices({ propositions, people, topic: whole }: Lore): Generator<Lore> {
  const { models = [], ...rest } = whole ?? { gate: [], elsewhere: [], classes: {} };
  yield { propositions: [], people, topic: rest };
  const byId = new Map(propositions.map((one) => [one.id, one]));
  for (let i = 0; i < propositions.length; i += SLICE) {
    const some = new Set(propositions.slice(i, i + SLICE));
    // A set that grows while it is gone through is gone through to its end.
    for (const { cues } of some) {
      const like = cues?.like === undefined ? undefined : byId.get(cues.like);
      if (like) some.add(like);
    }
    yield { propositions: [...some], people: [], topic: rest };
  }
  for (const model of models) yield { propositions: [], people: [], topic: { ...rest, models: [model] } };
}

/**
 * The first fault of a pack's lore, or null. Cues are compiled once, so that a faulty one is named here and not on a
 * page. `breathe` is awaited between portions.
 */
export async function loreFault(
  raw: { propositions: unknown[]; people: unknown[]; topic?: unknown },
  breathe: () => Promise<void> = async () => undefined,
): Promise<LoreFault | null> {
  const wrong =
    firstWrong(raw.propositions, proposition, 'propositions') ??
    firstWrong(raw.people, person, 'people') ??
    (raw.topic === undefined ? null : wrongIn(raw.topic, topic, 'topic')) ??
    wordsFault(raw);
  if (wrong) return wrong;
  const { propositions, people, topic: data } = raw as unknown as Lore;
  for (const slice of slices({ propositions, people, ...(data ? { topic: data } : {}) })) {
    await breathe();
    try {
      compileTopic(slice);
    } catch (error) {
      return ['LoreCue', 'propositions', String(error).slice(0, 200)];
    }
  }
  return null;
}
