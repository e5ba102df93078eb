/** A statement as it stands in the editor's fields, every value a text that may be unfinished. Pure. */
import type { Figure, Reading, Stance, Statement } from '../../utils/types';
import { amountText, parseAmount } from './amount';

/** A figure as typed: one amount, or two ends of which one may be empty. */
export interface FigureDraft {
  kind: 'one' | 'range';
  low: string;
  high: string;
  said: string;
  unit: string;
}

export interface ReadingDraft {
  proposition: string;
  stance: Stance;
  figure: FigureDraft | null;
  /** Only the engine has read it so far. */
  machine: boolean;
}

export interface Draft {
  /** Empty for a new record. */
  id: string;
  speaker: string;
  role: string;
  side: string;
  date: string;
  dateBasis: 'said' | 'published';
  quote: string;
  gist: string;
  place: string;
  publisher: string;
  url: string;
  published: string;
  readings: ReadingDraft[];
}

export type TextField = Exclude<keyof Draft, 'readings' | 'dateBasis' | 'id'>;

export const emptyDraft: Draft = {
  id: '',
  speaker: '',
  role: '',
  side: '',
  date: '',
  dateBasis: 'said',
  quote: '',
  gist: '',
  place: '',
  publisher: '',
  url: '',
  published: '',
  readings: [],
};

function figureDraft(figure: Figure): FigureDraft {
  const one = figure.value !== undefined;
  return {
    kind: one ? 'one' : 'range',
    low: amountText(one ? figure.value : figure.low),
    high: one ? '' : amountText(figure.high),
    said: figure.said ?? '',
    unit: figure.unit ?? '',
  };
}

export const readingDraft = (reading: Reading): ReadingDraft => ({
  proposition: reading.proposition,
  stance: reading.stance,
  figure: reading.figure ? figureDraft(reading.figure) : null,
  machine: reading.readBy === 'machine',
});

/** The fields of a statement. */
export const draftOf = (s: Statement): Draft => ({
  id: s.id,
  speaker: s.speaker,
  role: s.role ?? '',
  side: s.side ?? '',
  date: s.date,
  dateBasis: s.dateBasis ?? 'said',
  quote: s.quote,
  gist: s.gist,
  place: s.place ?? '',
  publisher: s.source.publisher,
  url: s.source.url,
  published: s.source.published ?? '',
  readings: s.readings.map(readingDraft),
});

/** What cannot be read as a number stays text, so that the check names it. */
const end = (name: 'value' | 'low' | 'high', typed: string): object =>
  typed.trim() === '' ? {} : { [name]: parseAmount(typed) ?? typed };

const figureOf = ({ kind, low, high, said, unit }: FigureDraft): object => ({
  ...(kind === 'one' ? end('value', low) : { ...end('low', low), ...end('high', high) }),
  ...(unit.trim() ? { unit: unit.trim() } : {}),
  ...(said.trim() ? { said: said.trim() } : {}),
});

const filled = <T extends string>(name: T, value: string): { [K in T]?: string } =>
  (value.trim() ? { [name]: value.trim() } : {}) as { [K in T]?: string };

/** The record that the fields describe; not checked yet, so its type is open. `before` tells whether a day's basis was given. */
export function recordOf(draft: Draft, before: Statement | null = null): Record<string, unknown> {
  const basis = draft.dateBasis !== 'said' || before?.dateBasis ? { dateBasis: draft.dateBasis } : {};
  return {
    ...filled('id', draft.id),
    speaker: draft.speaker,
    ...filled('role', draft.role),
    ...filled('side', draft.side),
    date: draft.date,
    ...basis,
    quote: draft.quote,
    gist: draft.gist,
    readings: draft.readings.map(({ proposition, stance, figure, machine }) => ({
      proposition,
      stance,
      ...(figure ? { figure: figureOf(figure) } : {}),
      ...(machine ? { readBy: 'machine' } : {}),
    })),
    ...filled('place', draft.place),
    source: { publisher: draft.publisher, url: draft.url.trim(), ...filled('published', draft.published) },
  };
}

/** Somebody who speaks in the corpus. */
export interface Person {
  name: string;
  role: string;
  side: string;
}

/** A draft with another speaker: role and side follow those of a known one, but never replace what somebody typed. */
export function withSpeaker(draft: Draft, speaker: string, people: readonly Person[]): Draft {
  const [last, next] = [draft.speaker, speaker].map((name) => people.find((p) => p.name === name));
  const untyped = (!draft.role && !draft.side) || (last && draft.role === last.role && draft.side === last.side);
  return untyped ? { ...draft, speaker, role: next?.role ?? '', side: next?.side ?? '' } : { ...draft, speaker };
}

/** Do two drafts say the same? */
export const sameDraft = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was typed on while `saving` went into the corpus as `saved`: fields that stand as they were are the record's. */
export function typedOn(saving: Draft, later: Draft, saved: Draft): Draft {
  const same = (key: keyof Draft): boolean => JSON.stringify(later[key]) === JSON.stringify(saving[key]);
  const rest = Object.entries(later).filter(([key]) => key !== 'id' && !same(key as keyof Draft));
  return { ...saved, ...Object.fromEntries(rest) };
}
