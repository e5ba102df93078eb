/** `npm run model:sums`: compiles the sums of reading models (utils/reading/model/sums.wat) to what the extension carries. */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const SOURCE = 'utils/reading/model/sums.wat';
const TARGET = 'utils/reading/model/sums-binary.ts';

/** The compiled module as base64; the same source gives the same text. Throws where the source is at fault, with its line. */
export async function compiledSums(): Promise<string> {
  const { parseWat } = await wabt();
  const { buffer } = parseWat(SOURCE, readFileSync(SOURCE, 'utf8'), { simd: true }).toBinary({});
  return Buffer.from(buffer).toString('base64');
}

/** The file that holds it. */
export const fileOf = (base64: string): string =>
  `/** sums.wat compiled, as base64. Made by \`npm run model:sums\`; a test tells when it is not of the source as it stands. */\nexport const binary =\n  '${base64}';\n`;

if (process.argv[1]?.endsWith('scripts/model/sums.ts')) writeFileSync(TARGET, fileOf(await compiledSums()));
