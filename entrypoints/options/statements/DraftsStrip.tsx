/** Says which drafts lie unsaved, so that nothing typed is forgotten: to be gone on with, or given up. */
import { Drafts } from '../../../components/options/Drafts';
import { address, change } from '../route';
import { drafts, dropDraft, isNew } from './drafts';

export function DraftsStrip() {
  const open = address.value.params.get('id');
  return (
    <Drafts
      drafts={drafts.value
        .filter(({ key }) => key !== open)
        .map(({ key, draft }) => ({ key, name: draft.speaker, words: draft.quote || draft.gist }))}
      onContinue={(key) => change({ id: key, edit: isNew(key) ? null : '1' }, true)}
      onDiscard={dropDraft}
    />
  );
}
