/**
 * `npm run model [-- options]`: trains the reading models of the bundled pack from its labelled sentences and writes
 * scripts/pack/<id>/model-1.json, …; the same source gives the same bytes.
 *   --member N      only this one of the committee (they may be trained side by side)
 *   --epochs N --filters N --hidden N --windows A,B --join SHARE --cues on|off --mirror on|off   for comparing designs
 *   --all           learn from the held-back parts too (what ships did not)
 *   --to FOLDER     write there
 *   --dry           write nothing
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadNetwork } from '../../utils/reading/model/network';
import { partialLabels } from '../../utils/reading/model/partial';
import { mirrorOf } from '../../utils/reading/model/sides';
import { compileTopic } from '../../utils/reading/topic';
import { readSource } from '../pack/source';
import { gather, gatherDev } from './examples';
import { report } from './measure';
import { train } from './train';

/**
 * Share of lessons that are two sentences as one, by network. Two that judge together find more, and err less, than one,
 * and the more the less alike they were taught; a third adds little (docs/decisions/0061).
 */
const JOIN = [0.3, 0];
const folder = 'scripts/pack/ukraine-peace-talks';

const { values: opt } = parseArgs({
  options: {
    member: { type: 'string' },
    epochs: { type: 'string', default: '13' },
    filters: { type: 'string', default: '96' },
    windows: { type: 'string', default: '1,3,5' },
    hidden: { type: 'string', default: '192' },
    rate: { type: 'string', default: '0.0025' },
    positive: { type: 'string', default: '2' },
    join: { type: 'string' },
    cues: { type: 'string', default: 'on' },
    mirror: { type: 'string', default: 'on' },
    all: { type: 'boolean', default: false },
    to: { type: 'string', default: folder },
    dry: { type: 'boolean', default: false },
    dev: { type: 'string', default: '../shared/eval/dev' },
  },
});

const pack = readSource(folder);
const propositions = pack.propositions.map((p) => p.id);
const source = { ...pack, topic: pack.topic && { ...pack.topic, models: [] } };
const topic = compileTopic(source);
const mirror = mirrorOf(opt.mirror === 'on' ? pack.topic?.sides : undefined, propositions, (twins) =>
  partialLabels(topic.classesOf, topic.phrases, twins),
);
const shelf = { topic, propositions, mirror };
const all = [...gather(folder, pack, shelf), ...gatherDev(opt.dev, shelf)];
if (opt.cues === 'off') for (const s of all) s.cues.fill(0);
const learn = all.filter((s) => s.set !== 'dev' && (opt.all || !s.held));

const members = opt.member ? [Number(opt.member)] : JOIN.map((_, i) => i + 1);
const nets = [];
for (const seed of members) {
  const model = await train(
    learn,
    {
      propositions,
      windows: opt.windows.split(',').map(Number),
      filters: Number(opt.filters),
      hidden: Number(opt.hidden),
      epochs: Number(opt.epochs),
      seed,
      rate: Number(opt.rate),
      positive: Number(opt.positive),
      join: opt.join ? Number(opt.join) : (JOIN[seed - 1] ?? 0),
    },
    mirror,
  );
  nets.push(loadNetwork(model));
  if (opt.dry) continue;
  const text = `${JSON.stringify(model)}\n`;
  writeFileSync(join(opt.to, `model-${seed}.json`), text);
  console.log(`model-${seed}.json: ${(text.length / 1024).toFixed(0)} KiB`);
}
for (const set of ['examples', 'articles', 'sentences', 'dev'] as const) {
  const held = all.filter((s) => s.set === set && s.held);
  if (held.length > 0) console.log(report(`${set} held`, held, nets, mirror));
}
