/** A pack file's bytes → a pack, or what is wrong with it. */
import type { Entity, Fault, Pack, Proposition, Result, Statement, TopicData } from '../types';
import { textOf } from './bytes';
import { loreFault } from './check-lore';
import { forbiddenKey, isObject, isWhole } from './check-reading';
import { checkStatement, isDay, isWebAddress, type RowFault } from './check-statement';
import { MINE } from './rows';

const fault = (code: string, message: string, todo: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, message, todo },
});

/** The version of the pack format that this program reads. */
export const FORMAT_VERSION = 1;

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 500 && isWhole(value);

/** Is a parsed value a pack at all? Returns a fault that says what it is instead. */
function headFault(value: unknown): { ok: false; fault: Fault } | null {
  if (!isObject(value) || value.format !== 'said-before-pack')
    return fault(
      'not-a-pack',
      'This is not a pack: "format" is not "said-before-pack".',
      'Choose a pack file, or import it as JSON Lines or CSV.',
    );
  const bad = forbiddenKey(value);
  if (bad) return fault('not-a-pack', `The pack has a field "${bad}".`, 'Ask its publisher to mend it.');
  if (typeof value.formatVersion !== 'number')
    return fault('not-a-pack', 'The pack does not state its formatVersion.', 'Ask its publisher for a complete file.');
  if (value.formatVersion > FORMAT_VERSION)
    return fault(
      'newer-format',
      `The pack is of format ${value.formatVersion}; this version of Said Before reads format ${FORMAT_VERSION}.`,
      'Update Said Before and try again.',
    );
  if (value.formatVersion !== FORMAT_VERSION)
    return fault(
      'format',
      `The pack is of format ${value.formatVersion}, which never existed.`,
      'Ask its publisher for a complete file.',
    );
  for (const key of ['id', 'title', 'version', 'date'] as const)
    if (!isShort(value[key]) || value[key] === '')
      return fault('not-a-pack', `The pack has no "${key}".`, 'Ask its publisher for a complete file.');
  for (const key of ['language', 'license', 'publisher', 'homepage'] as const)
    if (value[key] !== undefined && !isShort(value[key]))
      return fault('not-a-pack', `The pack’s "${key}" is no short text.`, 'Ask its publisher to mend it.');
  if (value.homepage && !isWebAddress(value.homepage))
    return fault('not-a-pack', 'The pack’s "homepage" is no web address.', 'Ask its publisher to mend it.');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(value.id as string))
    return fault(
      'not-a-pack',
      'The pack’s id may hold only small letters, digits and hyphens.',
      'Ask its publisher to mend it.',
    );
  if (value.id === MINE)
    return fault('not-a-pack', `"${MINE}" is kept for the reader’s own statements.`, 'Give the pack another id.');
  if (!isDay(value.date))
    return fault('not-a-pack', 'The pack’s date is not a day such as 2025-12-31.', 'Ask its publisher to mend it.');
  for (const key of ['propositions', 'people', 'statements'] as const)
    if (!Array.isArray(value[key]))
      return fault('not-a-pack', `The pack’s "${key}" is not a list.`, 'Ask its publisher for a complete file.');
  return null;
}

const textField = (value: Record<string, unknown>, key: string): string =>
  isShort(value[key]) ? value[key].trim() : '';

/** Why a text is no JSON: cut off (it does not end as it began), or something else. */
export function jsonFault(text: string): Fault {
  const [first, last] = [text.trim().at(0), text.trim().at(-1)];
  const whole = (first === '{' && last === '}') || (first === '[' && last === ']');
  return whole
    ? { code: 'json', message: 'The file is not JSON.', todo: 'Save it as JSON, JSON Lines or CSV.' }
    : { code: 'json', message: 'The file is cut off or not JSON.', todo: 'Download it again, or choose another file.' };
}

/**
 * A parsed pack with the faults of its statements; those with a fault are left out. `others` are propositions that its
 * readings may name beside its own: those of the packs at hand.
 */
export function packOf(
  value: unknown,
  others: ReadonlySet<string> = new Set(),
): Result<{ pack: Pack; faults: RowFault[] }> {
  const wrong = headFault(value);
  if (wrong) return wrong;
  const raw = value as Record<string, unknown[]> & Record<string, unknown>;
  const lore = loreFault(value as { propositions: unknown[]; people: unknown[]; topic?: unknown });
  if (lore) return fault('not-a-pack', `The pack’s ${lore.place} ${lore.message}`, 'Ask its publisher to mend it.');
  const propositions = raw.propositions as Proposition[];
  const people = raw.people as Entity[];
  const faults: RowFault[] = [];
  const known = new Set([...others, ...propositions.map((p) => p.id)]);
  const seen = new Set<string>();
  const statements = (raw.statements as unknown[]).flatMap((item, i): Statement[] => {
    const statement = checkStatement(item, i + 1, { propositions: known }, faults);
    if (!statement) return [];
    if (seen.has(statement.id)) {
      faults.push({
        row: i + 1,
        field: 'id',
        message: `"${statement.id}" stands in the pack twice.`,
        todo: 'Give each record an id of its own.',
      });
      return [];
    }
    seen.add(statement.id);
    return [statement];
  });
  const text = (key: string): string => textField(raw, key);
  const pack: Pack = {
    format: 'said-before-pack',
    formatVersion: FORMAT_VERSION,
    id: text('id'),
    title: text('title'),
    version: text('version'),
    date: text('date'),
    language: text('language') || 'en',
    license: text('license'),
    publisher: text('publisher'),
    homepage: text('homepage'),
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
  let value: unknown;
  try {
    value = JSON.parse(text.value.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, fault: jsonFault(text.value) };
  }
  const found = packOf(value, others);
  if (!found.ok) return found;
  const [first] = found.value.faults;
  if (first)
    return fault('statement', `Statement ${first.row} of the pack: ${first.field} ${first.message}`, first.todo);
  return { ok: true, value: found.value.pack };
}
