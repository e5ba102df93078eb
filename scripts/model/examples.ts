/** Everything labelled that the model may learn from, as features, cues and targets. Held-back parts are kept apart. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '../../utils/reading/attribution';
import { candidatesIn } from '../../utils/reading/cue-readings';
import { cueFeatures } from '../../utils/reading/model/cue-scores';
import { type Feature, featuresOf } from '../../utils/reading/model/features';
import { exchanged, type Mirror } from '../../utils/reading/model/sides';
import { labelSentence } from '../../utils/reading/read-sentence';
import type { Topic } from '../../utils/reading/topic';
import type { Block, Pack } from '../../utils/types';
import { asArticle, type Label, readExamples, sameWords } from '../eval/labels';
import { readOwnArticles } from '../eval/own-articles';
import { readSentences } from '../eval/own-sentences';

export type SetName = 'examples' | 'statements' | 'articles' | 'sentences' | 'dev';

export interface TrainingSentence {
  set: SetName;
  held: boolean;
  text: string;
  features: Feature[];
  /** The same with the parties exchanged; null where that changes nothing. */
  other: Feature[] | null;
  cues: Float32Array;
  /** 1 where the stance is taken. */
  target: Float32Array;
  /** How much an output counts: 0 where two readers may differ. */
  weight: Float32Array;
  /** Only this proposition is labelled. */
  only: string | null;
}

const stances = ['affirms', 'denies', 'hedges'];
/** A neutral sentence that makes a page of one sentence topical to the attribution's memory. */
const context: Block = { text: 'Envoys of both sides met again on Monday.', kind: 'paragraph' };

export interface Shelf {
  topic: Topic;
  propositions: string[];
  mirror: Mirror;
}

interface Source {
  set: SetName;
  held: boolean;
  blocks: Block[];
  date: string;
  labels: Label[];
  only: string | null;
  /** Blocks before this one are context. */
  from: number;
  /** How far labels that are missing may be trusted to mean "no stance". */
  trust: number;
}

function targets(shelf: Shelf, source: Source, labels: readonly Label[]): Pick<TrainingSentence, 'target' | 'weight'> {
  const { propositions } = shelf;
  const target = new Float32Array(propositions.length * 3);
  const weight = new Float32Array(propositions.length * 3).fill(source.trust);
  if (source.only) weight.fill(1, propositions.indexOf(source.only) * 3, propositions.indexOf(source.only) * 3 + 3);
  for (const label of labels)
    for (const { proposition, stance } of label.readings) {
      const p = propositions.indexOf(proposition);
      if (p < 0) continue;
      if (label.doubtful) weight.fill(0, p * 3, p * 3 + 3);
      else {
        target[p * 3 + stances.indexOf(stance)] = 1;
        weight.fill(1, p * 3, p * 3 + 3);
      }
    }
  return { target, weight };
}

function sentencesOf(shelf: Shelf, source: Source): TrainingSentence[] {
  const { topic, mirror } = shelf;
  const read = attribute(source.blocks, topic.people, source.date);
  return read.sentences.flatMap((sentence): TrainingSentence[] => {
    if (sentence.block < source.from) return [];
    const around = labelSentence(read.text, sentence, topic);
    if (!around) return [];
    const features = featuresOf(around.tokens, around.index, mirror);
    const labels = source.labels.filter(
      (label) => label.paragraph === sentence.block - source.from && sameWords(label.text, around.text),
    );
    return [
      {
        set: source.set,
        held: source.held,
        text: around.text,
        features,
        other: exchanged(features, mirror),
        cues: cueFeatures(candidatesIn(around, sentence, topic), shelf.propositions, mirror),
        ...targets(shelf, source, labels),
        only: source.only,
      },
    ];
  });
}

const paragraph = (text: string): Block => ({ text, kind: 'paragraph' });
const spoken = (text: string, speaker: string): string => `“${text.replace(/[“”"]/g, "'")}” — ${speaker} said.`;

/** All sentences of a pack's source. */
export function gather(folder: string, pack: Pack, shelf: Shelf): TrainingSentence[] {
  const date = '2025-12-01';
  const sources: Source[] = [];
  for (const e of readExamples(join(folder, 'examples')))
    sources.push({
      set: 'examples',
      held: e.held,
      blocks: [context, paragraph(e.text)],
      date,
      only: e.proposition,
      from: 1,
      trust: 0.3,
      labels:
        e.stance === 'none'
          ? []
          : [
              {
                paragraph: 0,
                text: e.text,
                speaker: e.speaker,
                readings: [{ proposition: e.proposition, stance: e.stance }],
              },
            ],
    });
  for (const s of pack.statements)
    if (s.gist)
      sources.push({
        set: 'statements',
        held: false,
        blocks: [context, paragraph(spoken(s.gist, s.speaker))],
        date: s.date,
        only: null,
        from: 1,
        trust: 0.5,
        labels: [
          {
            paragraph: 0,
            text: s.gist,
            speaker: s.speaker,
            readings: s.readings.map(({ proposition, stance }) => ({ proposition, stance })),
          },
        ],
      });
  for (const s of existsSync(join(folder, 'sentences')) ? readSentences(join(folder, 'sentences')) : [])
    sources.push({
      set: 'sentences',
      held: s.held,
      date,
      only: s.proposition,
      from: 1,
      trust: 1,
      blocks: [context, paragraph(s.speaker && !/[“"]/.test(s.text) ? spoken(s.text, s.speaker) : s.text)],
      labels: s.readings.length > 0 ? [{ paragraph: 0, text: s.text, speaker: s.speaker, readings: s.readings }] : [],
    });
  for (const a of readOwnArticles(join(folder, 'articles')))
    sources.push({
      set: 'articles',
      held: a.held,
      blocks: asArticle(a).blocks,
      date: a.published,
      only: null,
      from: 0,
      trust: 1,
      labels: a.passages.map((p) => ({ ...p, paragraph: p.paragraph + 1 })),
    });
  return sources.flatMap((source) => sentencesOf(shelf, source));
}

/** Articles labelled by others, for measuring only. */
export function gatherDev(folder: string, shelf: Shelf): TrainingSentence[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .flatMap((a) =>
      sentencesOf(shelf, {
        set: 'dev',
        held: true,
        blocks: asArticle(a).blocks,
        date: a.published,
        only: null,
        from: 0,
        trust: 1,
        labels: (a.passages as Label[]).map((p) => ({ ...p, paragraph: p.paragraph + 1 })),
      }),
    );
}
