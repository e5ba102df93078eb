/** Mutes as messages know them ⇄ as the corpus stores them. */

import type { CorpusDb } from '../../utils/corpus/db';
import { changeMute } from '../../utils/corpus/edit';
import type { Mute } from '../../utils/messages';
import { muteWords } from '../../utils/mutes';
import type { Corpus } from './corpus';

/** Every mute in force. */
export async function readMutes(corpus: Corpus): Promise<Mute[]> {
  const rows = (await corpus.db?.mutes.toArray()) ?? [];
  return rows.map(({ kind, words, target }) =>
    kind === 'passage' ? { kind, words, proposition: target } : { kind, words, statement: target },
  );
}

/** Stores a mute; the words may come as they stand in the text. The same mute twice is one. Returns its id. */
export async function addMute(db: CorpusDb, mute: Mute): Promise<string> {
  const words = muteWords(mute.words);
  const target = mute.kind === 'passage' ? mute.proposition : mute.statement;
  const id = `${mute.kind}:${target}:${words}`;
  await changeMute(db, { add: { id, kind: mute.kind, words, target } }, { key: 'stepMuteAdded', args: [] });
  return id;
}

/** Takes a mute out; one that is not there is no fault. */
export const removeMute = (db: CorpusDb, id: string): Promise<void> =>
  changeMute(db, { remove: id }, { key: 'stepMuteRemoved', args: [] });
