/** Trains one network from labelled sentences. */
import type { ModelData } from '../../utils/reading/model/data';
import type { Mirror } from '../../utils/reading/model/sides';
import type { TrainingSentence } from './examples';
import { joined, lessonsOf } from './lessons';
import { limitsOf } from './limits';
import { randomOf, shuffle } from './random';
import { type Lesson, Trainer } from './trainer';
import { vocabularyOf } from './vocabulary';
import { tensorsOf } from './weights';

export interface Plan {
  propositions: string[];
  windows: number[];
  filters: number;
  hidden: number;
  epochs: number;
  seed: number;
  rate: number;
  /** How much more a stance counts than none. */
  positive: number;
  /** Share of lessons that are two sentences as one. */
  join: number;
}

const BATCH = 32;
/** Steps until the full rate. */
const WARM = 100;

/** The trained network as a pack holds it; the same sentences and plan give the same numbers. */
export async function train(learn: readonly TrainingSentence[], plan: Plan, mirror: Mirror): Promise<ModelData> {
  const { propositions, windows, filters, hidden } = plan;
  const { words, labels, vectors, width } = vocabularyOf(learn);
  const shape = { propositions, width, windows, filters, hidden, words, labels };
  const trainer = await Trainer.create(shape, vectors, plan.seed);
  const lessons = learn.flatMap((s) => lessonsOf(s, trainer, mirror));
  const random = randomOf(plan.seed + 1000);
  const steps = plan.epochs * Math.ceil(lessons.length / BATCH);
  let step = 0;
  console.log(
    `${learn.length} sentences (${lessons.length} with their mirrors), ${words.length} words, ${labels.length} labels`,
  );
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    const began = performance.now();
    shuffle(lessons, random);
    let loss = 0;
    lessons.forEach((own, i) => {
      const other = random() < plan.join ? (lessons[Math.floor(random() * lessons.length)] as Lesson) : null;
      loss += trainer.learn(other ? joined(own, other) : own, plan.positive);
      if (i % BATCH !== BATCH - 1 && i !== lessons.length - 1) return;
      trainer.step(plan.rate * Math.min(1, (step + 1) / WARM) * (1 - step / steps), BATCH);
      step += 1;
    });
    console.log(
      `epoch ${epoch + 1}: loss ${(loss / lessons.length).toFixed(3)}, ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
  }
  return {
    formatVersion: 1,
    propositions,
    width,
    windows,
    filters,
    hidden,
    words: words.join(' '),
    labels,
    ...limitsOf(mirror),
    tensors: tensorsOf(shape, trainer.weights),
  };
}
