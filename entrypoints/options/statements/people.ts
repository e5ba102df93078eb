/** Who speaks in the corpus: offered while a name is typed. Read once the editor needs it, and after changes. */
import { computed, signal } from '@preact/signals';
import type { Person } from '../../../components/editor/draft';
import type { CorpusDb } from '../../../utils/corpus/db';
import { speakers } from '../../../utils/corpus/lookup';

const found = signal<Person[]>([]);

export const people = computed(() => found.value);

export async function readPeople(db: CorpusDb): Promise<void> {
  found.value = await speakers(db).catch(() => []);
}
