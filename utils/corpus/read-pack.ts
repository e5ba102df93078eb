/** A pack file's bytes → a pack, or what is wrong with it. */
import type { Entity, Fault, Pack, PackWords, Proposition, Result, Statement, TopicData } from '../types';
import { textOf } from './bytes';
import { loreFault } from './check-lore';
import { forbiddenKey, isObject, isWhole } from './check-reading';
import { checkStatement, isDay, isWebAddress } from './check-statement';
import { type FileFault, fileFault } from './file-faults';
import { parseJson } from './json-pieces';
import { breather } from './pause';
import { type RowFault, rowWords } from './row-faults';
import { MINE } from './rows';

const fault = (name: FileFault, ...args: (string | number)[]): { ok: false; fault: Fault } => ({
  ok: false,
  fault: fileFault(name, ...args),
});

/** Statements checked before others may have a turn. */
const PORTION = 100;

const FORMAT = 'said-before-pack';
/** The version of the pack format that this program reads. */
export const FORMAT_VERSION = 1;

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 500 && isWhole(value);

/** Is a parsed value a pack at all? Returns a fault that says what it is instead. */
function headFault(value: unknown): { ok: false; fault: Fault } | null {
  if (!isObject(value) || value.format !== FORMAT) return fault('NotPack', FORMAT);
  const bad = forbiddenKey(value);
  if (bad) return fault('Forbidden', bad);
  if (typeof value.formatVersion !== 'number') return fault('NoFormat');
  if (value.formatVersion > FORMAT_VERSION) return fault('NewerFormat', value.formatVersion, FORMAT_VERSION);
  if (value.formatVersion !== FORMAT_VERSION) return fault('NoSuchFormat', value.formatVersion);
  for (const key of ['id', 'title', 'version', 'date'] as const)
    if (!isShort(value[key]) || value[key] === '') return fault('Lacks', key);
  for (const key of ['language', 'license', 'publisher', 'homepage'] as const)
    if (value[key] !== undefined && !isShort(value[key])) return fault('NotShort', key);
  if (value.homepage && !isWebAddress(value.homepage)) return fault('NotHomepage');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(value.id as string)) return fault('NotId');
  if (value.id === MINE) return fault('KeptId', MINE);
  if (!isDay(value.date)) return fault('NotDate');
  for (const key of ['propositions', 'people', 'statements'] as const)
    if (!Array.isArray(value[key])) return fault('NotList', key);
  return null;
}

const textField = (value: Record<string, unknown>, key: string): string =>
  isShort(value[key]) ? value[key].trim() : '';

/** Why a text is no JSON: cut off (it does not end as it began), or something else. */
export function jsonFault(text: string): Fault {
  const [first, last] = [text.trim().at(0), text.trim().at(-1)];
  const whole = (first === '{' && last === '}') || (first === '[' && last === ']');
  return fileFault(whole ? 'NotJson' : 'CutOff');
}

/**
 * A parsed pack with the faults of its statements; those with a fault are left out. `others` are propositions that its
 * readings may name beside its own: those of the packs at hand.
 */
export async function packOf(
  value: unknown,
  others: ReadonlySet<string> = new Set(),
  breathe: () => Promise<void> = breather(),
): Promise<Result<{ pack: Pack; faults: RowFault[] }>> {
  const wrong = headFault(value);
  if (wrong) return wrong;
  const raw = value as Record<string, unknown[]> & Record<string, unknown>;
  const lore = await loreFault(value as Parameters<typeof loreFault>[0], breathe);
  if (lore) return fault(...lore);
  const propositions = raw.propositions as Proposition[];
  const people = raw.people as Entity[];
  const faults: RowFault[] = [];
  const known = new Set([...others, ...propositions.map((p) => p.id)]);
  const seen = new Set<string>();
  const statements: Statement[] = [];
  for (const [i, item] of (raw.statements as unknown[]).entries()) {
    if (i % PORTION === 0) await breathe();
    const statement = checkStatement(item, i + 1, { propositions: known }, faults);
    if (!statement) continue;
    if (seen.has(statement.id)) faults.push({ row: i + 1, field: 'id', code: 'packTwice', args: [statement.id] });
    else statements.push(statement);
    seen.add(statement.id);
  }
  const text = (key: string): string => textField(raw, key);
  const pack: Pack = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    id: text('id'),
    title: text('title'),
    version: text('version'),
    date: text('date'),
    language: text('language') || 'en',
    license: text('license'),
    publisher: text('publisher'),
    homepage: text('homepage'),
    ...(isObject(raw.languages) ? { languages: raw.languages as Record<string, PackWords> } : {}),
    ...(isObject(raw.topic) ? { topic: raw.topic as unknown as TopicData } : {}),
    propositions,
    people,
    statements,
  };
  return { ok: true, value: { pack, faults } };
}

/** Reads a pack file, plain or gzipped. A pack with a faulty statement is refused, with the first fault named. */
export async function readPack(bytes: Uint8Array, others?: ReadonlySet<string>): Promise<Result<Pack>> {
  const text = await textOf(bytes);
  if (!text.ok) return text;
  const breathe = breather();
  let value: unknown;
  try {
    value = await parseJson(text.value.replace(/^\ufeff/, ''), breathe);
  } catch {
    return { ok: false, fault: jsonFault(text.value) };
  }
  const found = await packOf(value, others, breathe);
  if (!found.ok) return found;
  const [first] = found.value.faults;
  if (first) {
    const { message, todo } = rowWords(first);
    return { ok: false, fault: { ...fileFault('Statement', first.row, first.field, message), todo } };
  }
  return { ok: true, value: found.value.pack };
}
