/** What a reader may do to a corpus, for property-based tests. */
import fc from 'fast-check';
import { changeMany } from '../../../utils/corpus/bulk';
import type { CorpusDb } from '../../../utils/corpus/db';
import { changeMute, deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { redo, undo } from '../../../utils/corpus/history';
import { planImport, runImport } from '../../../utils/corpus/import';
import { installPack } from '../../../utils/corpus/packs';
import { label, pack, statement } from './support';

export type Act = (db: CorpusDb) => Promise<unknown>;
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
/** Anything a reader may do, over few records, so that it meets itself. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(ids, fc.string()).map(
    ([id, gist]): Act =>
      (db) =>
        putStatements(db, [statement(id, { gist })], label),
  ),
  fc.uniqueArray(ids).map(
    (some): Act =>
      (db) =>
        deleteStatements(db, some, label),
  ),
  fc.uniqueArray(ids).chain((some) =>
    fc.string().map(
      (gist): Act =>
        async (db) => {
          const incoming = some.map((id) => statement(id, { gist }));
          await runImport(db, await planImport(db, incoming), 'x');
        },
    ),
  ),
  fc.uniqueArray(ids).map(
    (some): Act =>
      (db) =>
        installPack(db, pack(some.map((id) => statement(id))), { kind: 'file', sha256: some.join(), label }),
  ),
  fc.uniqueArray(ids).map(
    (some): Act =>
      (db) =>
        changeMany(db, some, { do: 'yield' }),
  ),
  fc.tuple(fc.uniqueArray(ids), fc.uniqueArray(ids)).map(
    ([some, yields]): Act =>
      (db) =>
        installPack(db, pack(some.map((id) => statement(id, { gist: 'of the pack' }))), {
          ...{ kind: 'file', sha256: some.join(), label, yields },
        }),
  ),
  ids.map(
    (id): Act =>
      (db) =>
        changeMute(db, { add: { id, kind: 'pair', words: id, target: id } }, label),
  ),
  fc.constant<Act>((db) => undo(db)),
  fc.constant<Act>((db) => redo(db)),
);
