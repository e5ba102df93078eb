/** The editor with its draft: the same in the pane beside the table and in the small window of a capture. */
import { useEffect } from 'preact/hooks';
import { sameDraft, withSpeaker } from '../../../components/editor/draft';
import { Editor } from '../../../components/editor/Editor';
import type { CorpusDb } from '../../../utils/corpus/db';
import { packTitle, propositions, version } from '../state';
import { doubles, proposals } from './around';
import { editing, isChanged, shownErrors } from './edited';
import { discard, save, type } from './editing';
import { people, readPeople } from './people';

export interface EditFormProps {
  db: CorpusDb;
  /** The pack of the record that is edited; undefined for a new one. */
  pack: string | undefined;
  /** `more`: somebody typed on while it was saved, so that there is more to save. */
  onSaved(id: string, more: boolean): void;
  onDiscarded(): void;
  onOpen(id: string): void;
}

export function EditForm({ db, pack, onSaved, onDiscarded, onOpen }: EditFormProps) {
  useEffect(() => void readPeople(db), [db, version.value]);
  const now = editing.value;
  // A name can be typed before it is known who speaks in the corpus.
  useEffect(() => {
    const draft = editing.value?.draft;
    const filled = draft && withSpeaker(draft, draft.speaker, people.value);
    if (draft && filled && !sameDraft(draft, filled)) type(filled);
  }, [people.value]);
  if (!now) return null;
  return (
    <Editor
      draft={now.draft}
      errors={shownErrors(now)}
      people={people.value}
      propositions={propositions.value}
      proposals={proposals.value}
      doubles={doubles.value}
      packTitle={pack && pack !== 'mine' ? packTitle(pack) : undefined}
      changed={isChanged(now)}
      saving={now.saving}
      overtaken={now.overtaken}
      onChange={type}
      onSave={() => void save().then((id) => id && onSaved(id, editing.value?.key === id))}
      onDiscard={() => {
        discard();
        onDiscarded();
      }}
      onOpen={onOpen}
    />
  );
}
