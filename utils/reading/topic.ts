/** A pack's data made ready for reading: people, word classes and cues, compiled once. */
import type { GateList } from '../gate';
import type { Cues, Pack, Proposition, Stance, TopicData } from '../types';
import { askedLabels, type Needs } from './asked';
import { english } from './english';
import { Vocabulary } from './known-labels';
import { type Committee, committeesOf } from './model/committee';
import { partialLabels } from './model/partial';
import { mirrorOf } from './model/sides';
import { type Element, type Pattern, PatternError, parsePattern, type Sequence } from './patterns';
import { indexPeople, type PeopleIndex } from './people';
import { plainWords } from './tokens';

/** One cue ready to match: a pattern and what it says of which proposition. */
export interface Cue {
  proposition: string;
  stance: Stance | 'never';
  pattern: Pattern;
  needs: Needs;
}

/** A phrase that makes a class stand where it matches. */
export interface Phrase {
  label: string;
  sequence: Sequence;
  /** The rows that it cannot do without, but the one under which it is listed; filled in when they are numbered. */
  needs: number[];
}

export interface Topic {
  propositions: Map<string, Proposition>;
  people: PeopleIndex;
  /** A page is on the topic when it passes one of these. */
  gates: GateList[][];
  /** The gates' names (their terms with a capital): what a paragraph on the topic speaks of. */
  names: GateList;
  elsewhere: string[];
  /** Label → every class it belongs to, through any number of steps. */
  classesOf: Map<string, string[]>;
  /** Phrases in the order in which they can be found: those that use other phrases' classes come later. */
  phrases: Phrase[];
  /** Labels that phrases and cues ask for, and what they bring. */
  vocabulary: Vocabulary;
  /** By proposition: what must stand in a sentence that speaks of it. Absent where that is not known. */
  about: Map<string, Pattern[]>;
  models: Committee[];
  /** Labels of the pack's own classes: a sentence with none of them, and no cue, is not about the topic. */
  own: Set<string>;
  /** Propositions that a model reads. */
  modelled: Set<string>;
}

const empty: TopicData = { gate: [], elsewhere: [], classes: {} };
const turned: Record<Stance, Stance> = { affirms: 'denies', denies: 'affirms', hedges: 'hedges' };

/** The cues of a proposition, with those of the one it is `like` taken over and its classes exchanged. Throws PatternError on a circle or an unknown id. */
export function resolveCues(id: string, propositions: Map<string, Proposition>, seen: string[] = []): Cues {
  const cues = propositions.get(id)?.cues ?? {};
  if (!cues.like) return cues;
  if (seen.includes(id) || !propositions.has(cues.like))
    throw new PatternError(cues.like, `"like" of ${id} leads nowhere`);
  const model = resolveCues(cues.like, propositions, [...seen, id]);
  const swap = (list: string[] = []): string[] =>
    list.map((cue) => cue.replace(/(?<![\w@])[@\w:][\w:-]*/g, (word) => cues.swap?.[word] ?? word));
  const merge = (key: Exclude<keyof Cues, 'like' | 'swap'>): string[] => [...swap(model[key]), ...(cues[key] ?? [])];
  return {
    affirms: merge('affirms'),
    denies: merge('denies'),
    hedges: merge('hedges'),
    never: merge('never'),
    about: merge('about'),
  };
}

/** Single words of classes become a look-up; longer entries become phrases, ordered by what they build on. */
function compileClasses(classes: Record<string, string[]>): Pick<Topic, 'classesOf' | 'phrases'> {
  const parents = new Map<string, Set<string>>();
  const entries: Phrase[] = [];
  const pending = new Set<string>();
  const link = (label: string, name: string): void => {
    const set = parents.get(label);
    if (set) set.add(name);
    else parents.set(label, new Set([name]));
  };
  const add = (name: string, source: string): void => {
    for (const pattern of parsePattern(source, pending)) {
      const sequence = pattern.parts[0] as Sequence;
      const only = sequence.elements[0];
      if (sequence.elements.length === 1 && only && !only.optional) for (const label of only.any) link(label, name);
      else entries.push({ label: name, sequence, needs: [] });
    }
  };
  for (const [name, list] of Object.entries(classes)) for (const source of list) add(`@${name}`, source);
  for (const phrase of pending) {
    const words = plainWords(phrase);
    entries.push({
      label: `_${phrase}`,
      sequence: { by: [], elements: words.map((w): Element => ({ any: [w], gap: 0, optional: false, not: [] })) },
      needs: [],
    });
  }
  const classesOf = new Map<string, string[]>();
  const closure = (label: string, seen: Set<string>): Set<string> => {
    for (const parent of parents.get(label) ?? [])
      if (!seen.has(parent)) {
        seen.add(parent);
        closure(parent, seen);
      }
    return seen;
  };
  for (const label of parents.keys()) classesOf.set(label, [...closure(label, new Set())]);
  return { classesOf, phrases: inOrder(entries, classesOf) };
}

function inOrder(entries: Phrase[], classesOf: Map<string, string[]>): Phrase[] {
  const makers = new Map<string, Phrase[]>();
  for (const entry of entries)
    for (const label of [entry.label, ...(classesOf.get(entry.label) ?? [])])
      makers.set(label, [...(makers.get(label) ?? []), entry]);
  const depth = new Map<Phrase, number>();
  const visit = (entry: Phrase, trail: Phrase[]): number => {
    const known = depth.get(entry);
    if (known !== undefined) return known;
    if (trail.includes(entry)) return 0;
    const below = entry.sequence.elements.flatMap((e) => e.any.flatMap((label) => makers.get(label) ?? []));
    const own = below.length === 0 ? 0 : 1 + Math.max(...below.map((b) => visit(b, [...trail, entry])));
    depth.set(entry, own);
    return own;
  };
  for (const entry of entries) visit(entry, []);
  return entries.sort((a, b) => (depth.get(a) as number) - (depth.get(b) as number));
}

/** Marks the elements that stand for a claimant: classes that hold people or sides. */
function markAgents(
  cues: readonly Pick<Cue, 'pattern'>[],
  phrases: readonly Phrase[],
  classesOf: Map<string, string[]>,
): void {
  const agents = new Set(
    [...classesOf].filter(([label]) => /^(?:who|side):/.test(label)).flatMap(([, names]) => names),
  );
  const sequences = [...cues.flatMap((cue) => cue.pattern.parts), ...phrases.map((phrase) => phrase.sequence)];
  for (const element of sequences.flatMap((sequence) => sequence.elements))
    if (element.any.some((label) => agents.has(label))) element.agent = true;
}

/** What is compiled: a pack, or several on one topic made one, with the gates of all. */
export interface TopicSource extends Pick<Pack, 'propositions' | 'people' | 'topic'> {
  gates?: GateList[][];
}

/** Compiles a pack for reading. Throws PatternError, naming the cue, when the pack's grammar is at fault. */
export function compileTopic(pack: TopicSource): Topic {
  const data = pack.topic ?? empty;
  const gates = pack.gates ?? [data.gate];
  const propositions = new Map(pack.propositions.map((p) => [p.id, p]));
  const phrases = new Set<string>();
  const cues: Omit<Cue, 'needs'>[] = [];
  const about = new Map<string, Pattern[]>();
  for (const id of propositions.keys()) {
    const own = resolveCues(id, propositions);
    for (const stance of ['affirms', 'denies', 'hedges', 'never'] as const)
      for (const source of own[stance] ?? [])
        for (const pattern of parsePattern(source, phrases)) {
          const side =
            stance === 'never' || pattern.turn === 1 ? stance : pattern.turn === -1 ? turned[stance] : 'hedges';
          cues.push({ proposition: id, stance: side, pattern });
        }
    const wanted = (own.about ?? []).flatMap((source) => parsePattern(source, phrases));
    if (wanted.length > 0) about.set(id, wanted);
  }
  const literal = Object.fromEntries([...phrases].map((phrase) => [`\u0000${phrase}`, [phrase]]));
  const { classesOf, phrases: ordered } = compileClasses({ ...english, ...data.classes, ...literal });
  const breadth = new Map<string, number>();
  for (const list of classesOf.values()) for (const name of list) breadth.set(name, (breadth.get(name) ?? 0) + 1);
  for (const { label } of ordered) breadth.set(label, (breadth.get(label) ?? 0) + 1);
  const known = new Set([...classesOf.values()].flat().concat(ordered.map((p) => p.label)));
  markAgents(cues, ordered, classesOf);
  const models = committeesOf(data.models ?? [], (own) =>
    mirrorOf(data.sides, own, (twins) => partialLabels(classesOf, ordered, twins)),
  );
  const written = [
    ...cues,
    ...[...about].flatMap(([proposition, patterns]) => patterns.map((pattern) => ({ proposition, pattern }))),
  ];
  for (const { proposition, pattern } of written)
    for (const part of pattern.parts)
      for (const label of part.elements.flatMap((e) => [...e.any, ...e.not]))
        if (label.startsWith('@') && !known.has(label) && !/[+~-]$/.test(label))
          throw new PatternError(
            pattern.source,
            `no class "${label}" (proposition "${proposition}"): define it under "classes" or write the words out`,
          );
  return {
    propositions,
    people: indexPeople(pack.people),
    gates,
    names: {
      terms: gates.flat().flatMap(({ terms }) => terms.filter((term) => /^\p{Lu}/u.test(term))),
      least: 1,
    },
    elsewhere: data.elsewhere,
    classesOf,
    phrases: ordered,
    vocabulary: new Vocabulary(askedLabels(ordered, cues, [...about.values()].flat(), breadth), classesOf, ordered),
    about,
    models,
    own: new Set(Object.keys(data.classes).map((name) => `@${name}`)),
    modelled: new Set(models.flatMap((model) => model.data.propositions)),
  };
}
