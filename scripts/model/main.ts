/**
 * `npm run model [-- options]`: trains the reading model of the bundled pack from its labelled sentences and writes
 * scripts/pack/<id>/model.json; the same source gives the same bytes.
 *   --epochs N --filters N --hidden N --seed N --cues on|off --mirror on|off   for comparing designs
 *   --all        learn from the held-back parts too (what ships did not)
 *   --dry        write nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeTensor, encodeTensor, type ModelData } from '../../utils/reading/model/data';
import { loadNetwork } from '../../utils/reading/model/network';
import { partialLabels } from '../../utils/reading/model/partial';
import { mirrorOf } from '../../utils/reading/model/sides';
import { compileTopic } from '../../utils/reading/topic';
import { readSource } from '../pack/source';
import { gather, gatherDev, type TrainingSentence } from './examples';
import { report } from './measure';
import { randomOf, shuffle } from './random';
import { Trainer } from './trainer';

const { values: opt } = parseArgs({
  options: {
    epochs: { type: 'string', default: '13' },
    filters: { type: 'string', default: '96' },
    windows: { type: 'string', default: '1,3,5' },
    hidden: { type: 'string', default: '192' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '0.0025' },
    positive: { type: 'string', default: '2' },
    cues: { type: 'string', default: 'on' },
    mirror: { type: 'string', default: 'on' },
    all: { type: 'boolean', default: false },
    dry: { type: 'boolean', default: false },
    dev: { type: 'string', default: '../shared/eval/dev' },
  },
});
const folder = 'scripts/pack/ukraine-peace-talks';
const BATCH = 32;
/**
 * Probabilities from which a stance is shown: by the network alone, where a cue agrees, where one of four parts or more
 * does, and for claims that have a twin about the other party (no cue speaks for those). Chosen on the held-back parts
 * and on articles labelled by others: precision before recall.
 */
const LIMIT = { alone: 0.9, agreed: 0.5, sure: 0.2, twin: 0.8 };
/** Words of English that the training text lacks but news may use. */
const COMMON = 9000;

const pack = readSource(folder);
const propositions = pack.propositions.map((p) => p.id);
const source = { ...pack, topic: pack.topic && { ...pack.topic, models: [] } };
const topic = compileTopic(source);
const mirror = mirrorOf(opt.mirror === 'on' ? pack.topic?.sides : undefined, propositions, (twins) =>
  partialLabels(topic.classesOf, topic.phrases, twins),
);
const shelf = { topic, propositions, mirror };
const all = gather(folder, pack, shelf);
const learn = all.filter((s) => opt.all || !s.held);
const dev = gatherDev(opt.dev, shelf);

const english = JSON.parse(readFileSync('scripts/model/english-vectors.json', 'utf8'));
const known = (english.words as string).split(' ');
const vectors = decodeTensor(english.vectors);
const width: number = english.width;

/** Words and labels of the training text, in a fixed order, with enough of common English. */
function vocabulary(): { words: string[]; labels: string[] } {
  const words = new Map<string, number>();
  const labels = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const { features } of learn)
    for (const { word, labels: own } of features) {
      if (word !== null) count(words, word);
      for (const label of own) count(labels, label);
    }
  const given = new Set(known);
  const kept = [...words].filter(([word, n]) => n >= 2 || given.has(word)).map(([word]) => word);
  return {
    words: [...new Set([...kept, ...known.slice(0, COMMON)])].sort(),
    labels: [...labels]
      .filter(([, n]) => n >= 6)
      .map(([label]) => label)
      .sort(),
  };
}

const logOdds = (output: number): number => {
  const twin = mirror.outputs[output] as number;
  const p = twin >= 0 && twin !== output ? LIMIT.twin : LIMIT.alone;
  return Math.log(p / (1 - p));
};

function train(): ModelData {
  const { words, labels } = vocabulary();
  const at = new Map(known.map((word, i) => [word, i]));
  const start = new Float32Array(words.length * width);
  words.forEach((word, w) => {
    const from = at.get(word);
    if (from !== undefined) start.set(vectors.subarray(from * width, (from + 1) * width), w * width);
  });
  const shape = {
    propositions,
    width,
    windows: opt.windows.split(',').map(Number),
    filters: Number(opt.filters),
    hidden: Number(opt.hidden),
    words,
    labels,
  };
  const trainer = new Trainer(shape, start, Number(opt.seed));
  const blank = new Float32Array(propositions.length * 9);
  const mirrored = (row: Float32Array, by: number): Float32Array => {
    const out = new Float32Array(row.length);
    mirror.outputs.forEach((other, c) => {
      if (other >= 0) out.set(row.subarray(c * by, (c + 1) * by), other * by);
    });
    return out;
  };
  type Item = { tokens: ReturnType<Trainer['encode']>; cues: Float32Array; target: Float32Array; weight: Float32Array };
  const items: Item[] = learn.flatMap((s: TrainingSentence): Item[] => {
    const cues = opt.cues === 'on' ? s.cues : blank;
    const own = { tokens: trainer.encode(s.features), cues, target: s.target, weight: s.weight };
    if (!s.other || opt.mirror !== 'on') return [own];
    // What an exchanged sentence says of a proposition without a mirror is not known: weight 0.
    return [
      own,
      {
        tokens: trainer.encode(s.other),
        cues: mirrored(cues, 3),
        target: mirrored(s.target, 1),
        weight: mirrored(s.weight, 1),
      },
    ];
  });
  const random = randomOf(Number(opt.seed) + 1000);
  const epochs = Number(opt.epochs);
  const steps = epochs * Math.ceil(items.length / BATCH);
  let step = 0;
  console.log(
    `${learn.length} sentences (${items.length} with their mirrors), ${words.length} words, ${labels.length} labels`,
  );
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const began = performance.now();
    shuffle(items, random);
    let loss = 0;
    items.forEach((item, i) => {
      loss += trainer.learn(item.tokens, item.cues, item.target, item.weight, Number(opt.positive));
      if (i % BATCH !== BATCH - 1 && i !== items.length - 1) return;
      const warm = Math.min(1, (step + 1) / 100);
      trainer.step(Number(opt.rate) * warm * (1 - step / steps), BATCH);
      step += 1;
    });
    console.log(
      `epoch ${epoch + 1}: loss ${(loss / items.length).toFixed(3)}, ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
  }
  return {
    formatVersion: 1,
    propositions,
    width,
    windows: shape.windows,
    filters: shape.filters,
    hidden: shape.hidden,
    words: words.join(' '),
    labels,
    thresholds: propositions.flatMap((_, p) => new Array(3).fill(logOdds(p * 3))),
    withCue: new Array(propositions.length * 3).fill(Math.log(LIMIT.agreed / (1 - LIMIT.agreed))),
    withSureCue: new Array(propositions.length * 3).fill(Math.log(LIMIT.sure / (1 - LIMIT.sure))),
    tensors: {
      words: encodeTensor(trainer.words.values, 8),
      labels: encodeTensor(trainer.labels.values, 8),
      kernels: encodeTensor(trainer.kernels.values, 8),
      kernelBias: encodeTensor(trainer.kernelBias.values, 16),
      mix: encodeTensor(trainer.mix.values, 8),
      mixBias: encodeTensor(trainer.mixBias.values, 16),
      out: encodeTensor(trainer.out.values, 8),
      outBias: encodeTensor(trainer.outBias.values, 16),
      cues: encodeTensor(trainer.cues.values, 16),
    },
  };
}

const model = train();
const net = loadNetwork(model);
if (opt.cues !== 'on') net.t.cues.fill(0);
for (const set of ['examples', 'articles', 'sentences'] as const) {
  const held = all.filter((s) => s.set === set && s.held);
  if (held.length > 0) console.log(report(`${set} held`, held, net, mirror));
}
if (dev.length > 0) console.log(report('dev', dev, net, mirror));
if (!opt.dry) {
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify(model)}\n`);
  console.log(`model.json: ${(JSON.stringify(model).length / 1024).toFixed(0)} KiB`);
}
