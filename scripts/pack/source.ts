/** The readable source of a pack (scripts/pack/<id>/) → the pack and its text. The same source gives the same bytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelData } from '../../utils/reading/model/data';
import type { ClaimWords, Entity, Pack, Proposition, Statement, TopicData, TopicWords } from '../../utils/types';

/** Something in the source is at fault; the message names the file and says what. */
export class SourceError extends Error {
  override name = 'SourceError';
}

function json<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new SourceError(`${file}: ${(error as Error).message}`);
  }
}

/** A proposition as its file has it: with the word classes that its cues alone need. */
type PropositionFile = Proposition & { classes?: TopicData['classes'] };

/** Word classes of these files together. Throws where two define one. */
function readClasses(files: readonly [name: string, classes: TopicData['classes']][]): TopicData['classes'] {
  const by = new Map<string, string>();
  return Object.assign(
    {},
    ...files.map(([file, classes]) => {
      for (const name of Object.keys(classes)) {
        const other = by.get(name);
        if (other) throw new SourceError(`${file}: the class "@${name}" is already in ${other}`);
        by.set(name, file);
      }
      return classes;
    }),
  );
}

/** `languages/<tag>.json`: what the pack, its propositions, sides, roles and names are called in that language. */
type LanguageFile = TopicWords & { title?: string; propositions: Record<string, ClaimWords> };

/** The language files, by tag. Throws when one names a proposition that is not there. */
function readLanguages(folder: string, known: ReadonlySet<string>): [string, LanguageFile][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = json<LanguageFile>(join(folder, name));
      const unknown = Object.keys(file.propositions).find((id) => !known.has(id));
      if (unknown) throw new SourceError(`${join(folder, name)}: there is no proposition "${unknown}"`);
      return [name.replace(/\.json$/, ''), file];
    });
}

/** Reads a pack's source folder into a pack. Throws with the file's name when a file is missing or not JSON. */
export function readSource(folder: string): Pack {
  const {
    order,
    groups: _,
    ...about
  } = json<
    { order: string[]; groups: string[] } & Omit<
      Pack,
      'format' | 'formatVersion' | 'propositions' | 'people' | 'statements'
    >
  >(join(folder, 'pack.json'));
  const inFolder = (name: string): string[] =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => join(folder, name, file));
  const read = inFolder('propositions').map((file) => {
    const { classes = {}, ...proposition } = json<PropositionFile>(file);
    return { file, classes, proposition };
  });
  const files = read.map(({ proposition }) => proposition);
  const rank = (p: Proposition): number => (order.includes(p.id) ? order.indexOf(p.id) : order.length);
  const languages = readLanguages(join(folder, 'languages'), new Set(files.map(({ id }) => id)));
  const propositions = files
    .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
    .map((proposition) => {
      const own = languages.flatMap(([tag, words]) => {
        const found = words.propositions[proposition.id];
        return found ? [[tag, found] as const] : [];
      });
      return own.length > 0 ? { ...proposition, languages: Object.fromEntries(own) } : proposition;
    });
  const terms = languages.flatMap(([tag, { title: _title, propositions: _, ...words }]) =>
    Object.keys(words).length > 0 ? [[tag, words] as const] : [],
  );
  const titles = languages.flatMap(([tag, { title }]) => (title ? [[tag, { title }] as const] : []));
  const classes = readClasses([
    ...inFolder('classes').map((file) => [file, json<TopicData['classes']>(file)] as [string, TopicData['classes']]),
    ...read.map(({ file, classes: own }) => [file, own] as [string, TopicData['classes']]),
  ]);
  const models = readdirSync(folder)
    .filter((name) => /^model-\d+\.json$/.test(name))
    .sort()
    .map((name) => json<ModelData>(join(folder, name)));
  const statements = readFileSync(join(folder, 'statements.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Statement);
  return {
    format: 'said-before-pack',
    formatVersion: 1,
    ...about,
    ...(titles.length > 0 ? { languages: Object.fromEntries(titles) } : {}),
    topic: {
      ...json<Omit<TopicData, 'classes'>>(join(folder, 'topic.json')),
      classes,
      ...(terms.length > 0 ? { languages: Object.fromEntries(terms) } : {}),
      ...(models.length > 0 ? { models } : {}),
    },
    propositions,
    people: json<Entity[]>(join(folder, 'people.json')),
    statements,
  };
}

/** One record a line, so that a change of one record is one changed line. */
export function packText(pack: Pack): string {
  const lines = Object.entries(pack).map(([key, value]) =>
    Array.isArray(value)
      ? `${JSON.stringify(key)}:[\n${value.map((v) => JSON.stringify(v)).join(',\n')}\n]`
      : `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}
