/** JSON Lines and a few words about them → a pack file and its index, as bytes. Pure: the same input, the same bytes. */
import { gzipSync } from 'fflate';
import { sha256 } from '../../utils/corpus/packs';
import { readPack } from '../../utils/corpus/read-pack';
import { rowWords } from '../../utils/corpus/row-faults';
import { validateFile } from '../../utils/corpus/validate-file';
import { MOST } from '../../utils/subscriptions/limits';
import { INDEX_FORMAT, INDEX_VERSION, readIndex } from '../../utils/subscriptions/read-index';
import type { PackNote } from '../../utils/subscriptions/types';
import { compareVersions } from '../../utils/subscriptions/versions';
import type { Entity, Pack, Proposition, Statement, TopicData } from '../../utils/types';
import { wrongOptions } from './check-publication';
import { packText } from './source';

/** What the publisher says of the pack. */
export interface Publication {
  id: string;
  title: string;
  /** Default: the newest statement's day, with dots. */
  version?: string;
  /** ISO day; default: the newest statement's. Never today's: the same input must give the same bytes. */
  date?: string;
  license?: string;
  publisher?: string;
  homepage?: string;
  language?: string;
  expiresHours?: number;
  /** Lines of the change log for this version. */
  changes: string[];
}

export interface Around {
  /** Propositions of other packs that readings may name. */
  known: ReadonlySet<string>;
  /** Ids that no subscription may have: the bundled pack's. */
  taken: ReadonlySet<string>;
  /** JSON with the pack's own `languages`, `topic`, `propositions` and `people`, or null. */
  lore: string | null;
  /** The index published before, or null: its change log goes on, and its version must be older. */
  before: string | null;
}

export type Made =
  | { ok: true; file: Uint8Array; fileName: string; index: string; statements: number; version: string }
  | { ok: false; faults: string[] };

interface Lore {
  languages?: Pack['languages'];
  topic?: TopicData;
  propositions?: Proposition[];
  people?: Entity[];
}

const failed = (...faults: string[]): Made => ({ ok: false, faults });

const byDay = (a: Statement, b: Statement): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Log entries of the index before, or why this version cannot follow it. */
function logBefore(before: string | null, { id }: Publication, version: string, sha: string): PackNote[] | string {
  if (before === null) return [];
  const index = readIndex(before);
  if (!index.ok) return 'The index.json that is there is not a pack index: choose another folder.';
  const old = index.value;
  if (old.id !== id) return `The folder holds the index of another pack, "${old.id}": choose another folder.`;
  const order = compareVersions(version, old.version);
  if (order < 0) return `Version ${version} is older than the published ${old.version}: give a newer --version.`;
  if (order === 0 && old.sha256 !== sha)
    return `Version ${version} is published already with other content: give a newer --version.`;
  return old.changes.filter((note) => order !== 0 || note.version !== version);
}

/** Makes both. All faulty rows are named, by number and field; nothing is left out in silence. */
export async function makePack(lines: Uint8Array, about: Publication, around: Around): Promise<Made> {
  const wrong = wrongOptions(about, around.taken);
  if (wrong.length > 0) return failed(...wrong);
  let lore: Lore = {};
  try {
    lore = around.lore === null ? {} : (JSON.parse(around.lore) as Lore);
  } catch {
    return failed('The file of --lore is not JSON.');
  }
  const known = new Set([...around.known, ...(lore.propositions ?? []).map(({ id }) => id)]);
  const read = await validateFile('statements.jsonl', lines, { propositions: known });
  if (read.fault) return failed(`${read.fault.message} ${read.fault.todo}`);
  if (read.kind !== 'jsonl') return failed('The statements must be JSON Lines: one record {…} a line.');
  if (read.faults.length > 0)
    return failed(
      ...read.faults.map((fault) => {
        const { message, todo } = rowWords(fault);
        return `line ${fault.row}: ${fault.field}: ${message} ${todo}`;
      }),
    );
  if (read.statements.length === 0) return failed('The file has no statements.');
  const statements = [...read.statements].sort(byDay);
  const newest = (statements.at(-1) as Statement).date;
  const [version, date] = [about.version ?? newest.replaceAll('-', '.'), about.date ?? newest];
  const pack: Pack = {
    format: 'said-before-pack',
    formatVersion: 1,
    ...{ id: about.id, title: about.title, version, date, language: about.language ?? 'en' },
    ...{ license: about.license ?? '', publisher: about.publisher ?? '', homepage: about.homepage ?? '' },
    ...(lore.languages ? { languages: lore.languages } : {}),
    ...(lore.topic ? { topic: lore.topic } : {}),
    propositions: lore.propositions ?? [],
    people: lore.people ?? [],
    statements,
  };
  const plain = new TextEncoder().encode(packText(pack));
  const file = gzipSync(plain, { level: 9, mtime: 0 });
  if (file.length > MOST.pack || plain.length > MOST.unpacked)
    return failed('The pack is too large: at most 64 MB compressed, 256 MB unpacked. Make several packs of it.');
  // What readers' browsers would say of it, said here first; what to do is the publisher's to know, not to be asked of him.
  const checked = await readPack(file, around.known);
  if (!checked.ok) return failed(checked.fault.message);
  const sha = await sha256(file);
  const log = logBefore(around.before, about, version, sha);
  if (typeof log === 'string') return failed(log);
  const fileName = `${about.id}-${version.replace(/[^\w.-]+/g, '-')}.json.gz`;
  const notes: PackNote[] = about.changes.map((text) => ({ version, date, text }));
  const index = `${JSON.stringify(
    {
      ...{ format: INDEX_FORMAT, formatVersion: INDEX_VERSION, id: about.id, title: about.title, version, date },
      ...{ license: pack.license, publisher: pack.publisher, homepage: pack.homepage },
      expiresHours: about.expiresHours ?? 168,
      ...{ size: file.length, sha256: sha, unpacked: { size: plain.length, sha256: await sha256(plain) } },
      file: fileName,
      changes: [...notes, ...log],
    },
    null,
    2,
  )}\n`;
  const valid = readIndex(index);
  if (!valid.ok) return failed(valid.fault.message);
  if (index.length > MOST.index) return failed('The index is larger than 64 kB: shorten the change log.');
  return { ok: true, file, fileName, index, statements: statements.length, version };
}
