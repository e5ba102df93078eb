/** `node scripts/run.mjs scripts/eval/cues.ts [ids]`: every cue with how often it was right and wrong, worst first. */
import { existsSync } from 'node:fs';
import { attribute } from '../../utils/reading/attribution';
import { candidatesIn } from '../../utils/reading/cue-readings';
import { labelSentence } from '../../utils/reading/read-sentence';
import { compileTopic } from '../../utils/reading/topic';
import type { Stance } from '../../utils/types';
import { readSource } from '../pack/source';
import { readExamples, readLabels, sameWords } from './labels';

const source = 'scripts/pack/ukraine-peace-talks';
const pack = readSource(source);
const topic = compileTopic(pack);
const only = process.argv[2]?.split(',');
const tally = new Map<string, { right: number; wrong: number; samples: string[] }>();

type Gold = (proposition: string, text: string) => Stance | 'none' | null;

/** `gold` gives the label of a proposition at a text, or null where it is not judged. */
function read(text: string, gold: Gold): void {
  const attributed = attribute([{ text, kind: 'paragraph' }], topic.people, null);
  for (const sentence of attributed.sentences) {
    const around = labelSentence(attributed.text, sentence, topic);
    if (!around) continue;
    for (const { cue, proposition, stance } of candidatesIn(around, sentence, topic)) {
      if (stance === 'never' || (only && !only.includes(proposition))) continue;
      const label = gold(proposition, around.text);
      if (label === null) continue;
      const key = `${proposition}\t${cue.pattern.source}`;
      const row = tally.get(key) ?? { right: 0, wrong: 0, samples: [] };
      tally.set(key, row);
      if (label === stance) row.right += 1;
      else {
        row.wrong += 1;
        row.samples.push(`${stance}/${label}: ${around.text.slice(0, 150)}`);
      }
    }
  }
}

for (const s of pack.statements) read(s.gist, (id) => s.readings.find((r) => r.proposition === id)?.stance ?? 'none');
for (const e of readExamples(`${source}/examples`).filter((x) => !x.held))
  read(e.text, (id) => (id === e.proposition ? e.stance : null));
if (existsSync('../shared/eval/dev'))
  for (const a of readLabels('../shared/eval/dev').filter((x) => !x.held))
    for (const [i, text] of a.paragraphs.entries())
      read(text, (id, sentence) => {
        const own = a.passages.filter((p) => p.paragraph === i && sameWords(p.text, sentence));
        if (own.some((p) => p.doubtful)) return null;
        return own.flatMap((p) => p.readings).find((r) => r.proposition === id)?.stance ?? 'none';
      });

for (const [key, row] of [...tally]
  .filter(([, r]) => r.wrong > 0)
  .sort((a, b) => b[1].wrong - b[1].right - (a[1].wrong - a[1].right))) {
  console.log(`${row.right} right ${row.wrong} wrong\t${key}`);
  for (const sample of row.samples.slice(0, 3)) console.log(`      ${sample}`);
}
