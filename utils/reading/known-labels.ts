/** Labels as a topic knows them, looked up once for every sentence that has them. */
import type { Asked } from './asked';
import type { LabelIndex, TokenSpan } from './match';
import type { Form } from './tokens';
import type { Topic } from './topic';

/** A label with all that it brings along. */
export interface Known {
  label: string;
  asked: Asked | undefined;
  classes: readonly Known[];
  /** Where it stands in the sentence whose spans these are. */
  within: LabelIndex['spans'] | null;
  spans: TokenSpan[];
}

/** The labels of a word, by the vocabulary that knows them so. */
export interface KnownLabels {
  by: Vocabulary;
  labels: readonly Known[];
}

/** Labels kept: more than ten long pages have. */
const MOST = 100_000;

class Vocabulary {
  private readonly kept = new Map<string, Known>();

  constructor(private readonly topic: Topic) {}

  get full(): boolean {
    return this.kept.size > MOST;
  }

  of(label: string): Known {
    const kept = this.kept.get(label);
    if (kept) return kept;
    const { asked, classesOf } = this.topic;
    const known: Known = { label, asked: asked.get(label), classes: [], within: null, spans: [] };
    this.kept.set(label, known);
    known.classes = classesOf.get(label)?.map((name) => this.of(name)) ?? [];
    return known;
  }

  /** Those of a word. */
  ofForm(form: Form): readonly Known[] {
    if (form.known?.by === this) return form.known.labels;
    const labels = [...form.labels, form.exact].map((label) => this.of(label));
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
