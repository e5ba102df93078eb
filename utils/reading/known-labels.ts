/** Labels as a topic knows them: what each one brings along, and where it stands in the sentence that is being labelled. */
import type { AskedLabels, Row } from './asked';
import type { TokenSpan } from './match';
import type { Form } from './tokens';
import type { Topic } from './topic';

/** A label that somebody asks for, or that belongs to a class. */
export interface Known {
  label: string;
  /** Numbers of the rows that it is in, and those rows under which something is listed. */
  rows: readonly number[];
  lists: readonly Row[];
  /** The label itself, if somebody asks for it, and every class that it belongs to. */
  brings: readonly Known[];
  /** Where it stands in the sentence of that number. */
  sentence: number;
  spans: TokenSpan[];
}

/** What a word brings, by the vocabulary that knows it so. */
export interface KnownLabels {
  by: Vocabulary;
  labels: readonly Known[];
}

const nothing: readonly Known[] = [];

export class Vocabulary {
  private readonly labels = new Map<string, Known>();
  /** Sentences labelled so far. */
  sentences = 0;
  /** Room for what one sentence needs: at which place a row was met, and which phrases may stand in it. */
  readonly places: Uint16Array;
  readonly phrases: Uint8Array;

  /** `classesOf` gives every class of a label. */
  constructor(asked: AskedLabels, classesOf: Topic['classesOf'], phrases: Topic['phrases']) {
    this.places = new Uint16Array(asked.rows.length);
    this.phrases = new Uint8Array(phrases.length);
    const classes = [...classesOf].flatMap(([label, names]) => [label, ...names]);
    for (const label of [...asked.byLabel.keys(), ...classes, ...phrases.map((phrase) => phrase.label)]) {
      const rows = asked.byLabel.get(label) ?? [];
      const lists = rows
        .map((number) => asked.rows[number] as Row)
        .filter((row) => row.cues.length + row.phrases.length > 0);
      this.labels.set(label, { label, rows, lists, brings: nothing, sentence: 0, spans: [] });
    }
    for (const known of this.labels.values()) {
      const isAsked = asked.byLabel.has(known.label) || known.label.startsWith('@');
      const own = (classesOf.get(known.label) ?? []).flatMap((name) => this.labels.get(name) ?? []);
      known.brings = isAsked ? [known, ...own] : own;
    }
  }

  /** Undefined where nobody asks for it. */
  of(label: string): Known | undefined {
    return this.labels.get(label);
  }

  /** All that a word brings, each label once. */
  ofForm(form: Form): readonly Known[] {
    if (form.known?.by === this) return form.known.labels;
    const labels = new Set([...form.labels, form.exact].flatMap((label) => this.of(label)?.brings ?? nothing));
    form.known = { by: this, labels: labels.size > 0 ? [...labels] : nothing };
    return form.known.labels;
  }
}
