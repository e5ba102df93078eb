import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSentences } from '../../../scripts/eval/own-sentences';
import { readSource } from '../../../scripts/pack/source';
import { attribute } from '../../../utils/reading/attribution';
import { readSentence } from '../../../utils/reading/read-sentence';
import { compileTopic } from '../../../utils/reading/topic';

/**
 * How well sentences that the model never learnt from are read. The figures may rise, never fall: after a gain, write
 * the new ones into baseline.json.
 */
const folder = 'tests/fixtures/reading';
const topic = compileTopic(readSource('scripts/pack/ukraine-peace-talks'));
const baseline = JSON.parse(readFileSync(`${folder}/baseline.json`, 'utf8')) as { precision: number; recall: number };

describe('regression of reading', () => {
  const labelled = readSentences(folder);
  let [right, shown, wanted] = [0, 0, 0];
  for (const { text, speaker, readings } of labelled) {
    const said = speaker && !/[“"]/.test(text) ? `“${text}” — ${speaker} said.` : text;
    const read = attribute([{ text: said, kind: 'paragraph' }], topic.people, '2025-12-01');
    const found = read.sentences.flatMap((s) => readSentence(read.text, s, topic)).flatMap((f) => f.readings);
    shown += found.length;
    wanted += readings.length;
    right += found.filter((f) => readings.some((r) => r.proposition === f.proposition && r.stance === f.stance)).length;
  }
  const precision = right / shown;
  const recall = right / wanted;

  it(`precision ${precision.toFixed(3)} and recall ${recall.toFixed(3)} on ${labelled.length} sentences do not fall`, () => {
    console.log(
      `reading: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${right} right, ${shown} shown, ${wanted} labelled)`,
    );
    expect(labelled.length).toBeGreaterThanOrEqual(300);
    expect(precision).toBeGreaterThanOrEqual(baseline.precision - 0.0005);
    expect(recall).toBeGreaterThanOrEqual(baseline.recall - 0.0005);
  });
});
