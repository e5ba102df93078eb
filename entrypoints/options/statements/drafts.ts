/**
 * What was typed and not saved yet. Kept in localStorage with every keystroke, since that alone is written at once: a
 * closed tab, a reload or a crash lose nothing, and other pages of ours see the same drafts.
 */
import { signal } from '@preact/signals';
import { type Draft, emptyDraft } from '../../../components/editor/draft';

export interface Kept {
  /** Id of the record; for one that is not in the corpus yet `new` or `new:…`. */
  key: string;
  draft: Draft;
  /** Fingerprint of the record when editing began; "" for a new one. */
  base: string;
  /** When it was last typed in, ms. */
  at: number;
}

const PREFIX = 'draft:';

/** Is an id of the address that of a record still to be made? */
export const isNew = (id: string): boolean => id === 'new' || id.startsWith('new:');

function parsed(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? '') as Kept;
    // A draft of an older version may lack a field that the editor has now.
    return kept?.draft && Array.isArray(kept.draft.readings)
      ? { ...kept, draft: { ...emptyDraft, ...kept.draft } }
      : null;
  } catch {
    return null;
  }
}

const readAll = (): Kept[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => parsed(localStorage.getItem(name)) ?? [])
    .sort((a, b) => b.at - a.at);

/** All drafts, the last one typed in first. */
export const drafts = signal<Kept[]>(readAll());
addEventListener('storage', (event) => {
  if (event.key === null || event.key.startsWith(PREFIX)) drafts.value = readAll();
});

export const draftFor = (key: string): Kept | null => parsed(localStorage.getItem(PREFIX + key));

/** Keeps a draft. Returns false where the browser has no room for it, so that the reader can be told. */
export function keepDraft(kept: Kept): boolean {
  try {
    localStorage.setItem(PREFIX + kept.key, JSON.stringify(kept));
    drafts.value = readAll();
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
  drafts.value = readAll();
}
