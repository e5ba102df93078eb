/** What can be wrong with a file as a whole; the words are `file<Name>` of the catalogue. */
import { t } from '../i18n';
import type { Fault } from '../types';

/** Each fault's code, and the key of what to do about it. */
const faults = {
  Empty: ['empty', 'fileTodoOther'],
  Binary: ['binary', 'fileTodoOther'],
  Zip: ['binary', 'fileTodoZip'],
  Page: ['page', 'fileTodoPage'],
  Unreadable: ['file', 'fileTodoAgain'],
  Encoding: ['encoding', 'fileTodoUtf8'],
  Gzip: ['gzip', 'fileTodoGzip'],
  TooBig: ['too-big', 'fileTodoSplit'],
  UnpacksTooBig: ['too-big', 'fileTodoSplit'],
  NotJson: ['json', 'fileTodoJson'],
  CutOff: ['json', 'fileTodoDownload'],
  Columns: ['columns', 'fileTodoColumns'],
  ColumnsTwice: ['columns', 'fileTodoColumnsOnce'],
  Backup: ['backup', 'fileTodoRestore'],
  NotPack: ['not-a-pack', 'fileTodoPack'],
  NoFormat: ['not-a-pack', 'fileTodoWhole'],
  NewerFormat: ['newer-format', 'fileTodoUpdate'],
  NoSuchFormat: ['format', 'fileTodoWhole'],
  Lacks: ['not-a-pack', 'fileTodoWhole'],
  Forbidden: ['not-a-pack', 'fileTodoMend'],
  NotShort: ['not-a-pack', 'fileTodoMend'],
  NotList: ['not-a-pack', 'fileTodoWhole'],
  NotHomepage: ['not-a-pack', 'fileTodoMend'],
  NotId: ['not-a-pack', 'fileTodoMend'],
  KeptId: ['not-a-pack', 'fileTodoId'],
  NotDate: ['not-a-pack', 'fileTodoMend'],
  Statement: ['statement', ''],
  LoreObject: ['not-a-pack', 'fileTodoMend'],
  LoreField: ['not-a-pack', 'fileTodoMend'],
  LoreForbidden: ['not-a-pack', 'fileTodoMend'],
  LoreTwice: ['not-a-pack', 'fileTodoMend'],
  LoreLanguage: ['not-a-pack', 'fileTodoMend'],
  LoreUnknown: ['not-a-pack', 'fileTodoMend'],
  LoreCue: ['not-a-pack', 'fileTodoMend'],
} as const;
export type FileFault = keyof typeof faults;
export const fileFaults = Object.keys(faults) as FileFault[];

/** A fault by its name, in the interface's language. */
export function fileFault(name: FileFault, ...args: (string | number)[]): Fault {
  const [code, todo] = faults[name];
  return { code, message: t(`file${name}`, ...args), todo: todo && t(todo) };
}
