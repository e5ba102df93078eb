/** Labels as a topic knows them, looked up once for every sentence that has them. */
import type { Row } from './asked';
import type { TokenSpan } from './match';
import type { Form } from './tokens';
import type { Topic } from './topic';

/** A label with all that it brings along. */
export interface Known {
  label: string;
  /** The rows that it is in; undefined where nobody asks for it. */
  rows: readonly Row[] | undefined;
  /** The label itself, unless it is a word that nobody asks for, and the classes that it belongs to. */
  brings: readonly Known[];
  /** Where it stands in the sentence of that number. */
  sentence: number;
  spans: TokenSpan[];
}

/** The labels of a word, by the vocabulary that knows them so. */
export interface KnownLabels {
  by: Vocabulary;
  labels: readonly Known[];
}

/** Labels kept: more than ten long pages have. */
const MOST = 100_000;

/** A word or its form, not a class, a name, a number or a mark. */
const isWord = (label: string): boolean => /^[=\p{L}\p{N}][^:]*$/u.test(label);

class Vocabulary {
  private readonly kept = new Map<string, Known>();
  /** Sentences labelled so far. */
  sentences = 0;
  /** Room for what one sentence needs: places of rows, and phrases that may stand in it. */
  readonly places: Uint16Array;
  readonly phrases: Uint8Array;

  constructor(private readonly topic: Topic) {
    this.places = new Uint16Array(topic.asked.count);
    this.phrases = new Uint8Array(topic.phrases.length);
  }

  get full(): boolean {
    return this.kept.size > MOST;
  }

  of(label: string): Known {
    const kept = this.kept.get(label);
    if (kept) return kept;
    const { asked, classesOf } = this.topic;
    const known: Known = { label, rows: asked.rows.get(label), brings: [], sentence: 0, spans: [] };
    this.kept.set(label, known);
    const classes = classesOf.get(label)?.map((name) => this.of(name)) ?? [];
    known.brings = known.rows || !isWord(label) ? [known, ...classes] : classes;
    return known;
  }

  /** All that a word brings, each label once. */
  ofForm(form: Form): readonly Known[] {
    if (form.known?.by === this) return form.known.labels;
    const labels = [...new Set([...form.labels, form.exact].flatMap((label) => this.of(label).brings))];
    form.known = { by: this, labels };
    return labels;
  }
}

const vocabularies = new WeakMap<Topic, Vocabulary>();

/** A topic's vocabulary; to be asked for once a sentence, since one that has grown too large is begun anew. */
export function vocabularyOf(topic: Topic): Vocabulary {
  const known = vocabularies.get(topic);
  if (known && !known.full) return known;
  const made = new Vocabulary(topic);
  vocabularies.set(topic, made);
  return made;
}
