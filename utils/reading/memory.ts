/** Who was met on a page, who spoke last, and who can be meant by "he", "they" or "the minister". */
import type { Entity } from '../types';
import { genderOf } from './names';
import { holds } from './people';
import type { Mention } from './types';

/** A person, or somebody whose name is withheld ("a source"): what "he" or "she" can stand for. */
const single = (e: Entity): boolean =>
  e.kind === 'person' ||
  (e.kind === 'group' && /[^s] \(unnamed\)$/.test(e.name) && !/^(?:people|police)\b/.test(e.name));
/** What "they" or "it" can stand for. */
const several = (e: Entity): boolean => e.kind === 'institution' || e.kind === 'group';

const inReach = 40;

export class Memory {
  /** Mentions by name or title outside quotations, most recent last. */
  readonly recent: Mention[] = [];
  private readonly surnames = new Map<string, Entity>();
  /** Those in focus, most recent first: speakers before the subjects of the same sentence. */
  private focus: Entity[] = [];

  learn(entity: Entity): void {
    const words = entity.name.split(' ');
    if (entity.kind === 'person' && words.length > 1) this.surnames.set(words.at(-1) as string, entity);
    // The family name may stand first: "Zhao Long … Zhao said".
    const first = words[0] as string;
    if (words.length === 2 && genderOf(first) === undefined && !this.surnames.has(first))
      this.surnames.set(first, entity);
    for (const name of entity.ambiguous ?? []) this.surnames.set(name, entity);
  }

  /** A name of one word. */
  remember(word: string, entity: Entity): void {
    this.surnames.set(word, entity);
  }

  bySurname(word: string): Entity | undefined {
    return this.surnames.get(word);
  }

  /** Puts somebody before all others as what the text is speaking of. */
  attend(entity: Entity): void {
    this.focus = [entity, ...this.focus.filter((e) => e !== entity)].slice(0, 12);
  }

  /** The several without a name of whom the sentence before speaks: "Leaders met in Paris. They said …" */
  several: Entity | null = null;

  /** Who is in focus now. */
  get attended(): Entity | null {
    return this.focus[0] ?? null;
  }

  private find(fits: (e: Entity) => boolean): Entity | null {
    const known = this.focus.find(fits);
    if (known) return known;
    for (let i = this.recent.length - 1; i >= Math.max(0, this.recent.length - inReach); i -= 1) {
      const entity = (this.recent[i] as Mention).entity;
      if (fits(entity)) return entity;
    }
    return null;
  }

  /** The person meant by "he" or "she"; `own` are the mentions of this sentence that it may stand for. */
  person(gender: 'm' | 'f', own: readonly Mention[]): Entity | null {
    const fits = (e: Entity): boolean => single(e) && (e.gender === undefined || e.gender === gender);
    return own.find((m) => m.how !== 'pronoun' && fits(m.entity))?.entity ?? this.find(fits);
  }

  /** The institution or group meant by "they" or "it"; `own` are the mentions of this sentence that it may stand for. */
  group(plural: boolean, own: readonly Mention[] = []): Entity | null {
    const fits = (e: Entity): boolean => (plural ? several(e) && !single(e) : e.kind === 'institution');
    const here = own.find((m) => fits(m.entity));
    if (here) return here.entity;
    return (plural ? this.several : null) ?? this.focus.find(fits) ?? null;
  }

  /** Somebody without a name met lately, by the noun used then. */
  nameless(noun: string): Entity | null {
    return this.recent.slice(-inReach).findLast((m) => m.entity.name.endsWith(`${noun} (unnamed)`))?.entity ?? null;
  }

  /** Somebody in focus or met lately who can be called "the president" and the like. */
  byHead(head: string, date: string | null): Entity | null {
    const called = (e: Entity): boolean => e.heads?.includes(head) === true;
    return this.find((e) => called(e) && holds(e, head, date)) ?? this.find(called);
  }
}
