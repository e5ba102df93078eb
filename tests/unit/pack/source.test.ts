import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSource } from '../../../scripts/pack/source';
import { readStatement } from '../../../utils/reading/read-article';
import { compileTopic } from '../../../utils/reading/topic';
import { onlyTopic } from '../../../utils/reading/topics';

const ours = 'scripts/pack/ukraine-peace-talks';
/** The file that docs/adding-a-proposition.md shows. */
const [, shown] = /```json\n(.*?)```/s.exec(readFileSync('docs/adding-a-proposition.md', 'utf8')) as unknown as [
  string,
  string,
];

describe('a pack’s source', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'source-'));
    const needed = /(propositions|classes|people\.json|topic\.json|pack\.json|statements\.jsonl)/;
    cpSync(ours, folder, { recursive: true, filter: (path) => path === ours || needed.test(path.slice(ours.length)) });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const add = (text: string): void => writeFileSync(join(folder, 'propositions/bridge-rebuilt.json'), text);

  it('takes a proposition from one file, as the guide shows it', () => {
    add(shown);
    const pack = readSource(folder);
    expect(pack.propositions.at(-1)).toMatchObject({ id: 'bridge-rebuilt', cues: expect.anything() });
    expect(pack.propositions.at(-1)).not.toHaveProperty('classes');
    const read = (text: string) =>
      readStatement(text, 'Ann Lee', onlyTopic(compileTopic(pack))).map((r) => `${r.proposition} ${r.stance}`);
    expect(read('The bridge will not be rebuilt.')).toEqual(['bridge-rebuilt denies']);
    expect(read('They have reopened the crossing.')).toEqual(['bridge-rebuilt affirms']);
    expect(read('The bridge is beyond repair.')).toEqual(['bridge-rebuilt denies']);
    expect(read('The loan to restore trust is a bridge loan.')).toEqual([]);
  });

  it('says which file defines a class a second time', () => {
    add(shown.replace('"bridge":', '"invade":'));
    expect(() => readSource(folder)).toThrow(/bridge-rebuilt\.json: the class "@invade" is already in .*blame\.json/);
  });

  it('says which file is not JSON', () => {
    add(shown.replace('"id"', 'id'));
    expect(() => readSource(folder)).toThrow(/bridge-rebuilt\.json: .*JSON/);
  });

  it('says which cue names a class that is nowhere, and whose it is', () => {
    add(shown.replace('"@bridge ~5', '"@brigde ~5'));
    expect(() => compileTopic(readSource(folder))).toThrow(
      /"@brigde ~5 beyond_repair": no class "@brigde" \(proposition "bridge-rebuilt"\)/,
    );
  });
});
