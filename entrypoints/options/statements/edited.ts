/** The record in the editor as it stands: its draft, and what is wrong with it. */
import { signal } from '@preact/signals';
import { type Draft, draftOf, emptyDraft, recordOf, sameDraft } from '../../../components/editor/draft';
import { checkStatement } from '../../../utils/corpus/check-statement';
import { type RowFault, rowWords } from '../../../utils/corpus/row-faults';
import { t } from '../../../utils/i18n';
import type { Statement } from '../../../utils/types';

export interface Editing {
  key: string;
  /** The record as it was when editing began; null for a new one. */
  before: Statement | null;
  draft: Draft;
  /** Fields somebody has typed in: only they, and after an attempt to save all, show what is wrong. */
  touched: ReadonlySet<string>;
  tried: boolean;
  saving: boolean;
  /** The record was changed elsewhere since. */
  overtaken: boolean;
}

export const editing = signal<Editing | null>(null);

/** What is wrong, as a form says it: days and claims are chosen there, not written. */
export function inForm(fault: RowFault): string {
  const { message, todo } = rowWords(fault);
  if (/^(?:date|source\.published)$/.test(fault.field)) return `${message} ${t('editorDayTodo')}`;
  return fault.code === 'noProposition' ? t('editorClaimTodo') : `${message} ${todo}`;
}

/** The draft as a record, and its faults by field. */
export function checked({ draft, before }: Pick<Editing, 'draft' | 'before'>): {
  statement: Statement | null;
  errors: Record<string, string>;
} {
  const faults: RowFault[] = [];
  const statement = checkStatement(recordOf(draft, before), 1, {}, faults);
  const errors: Record<string, string> = {};
  for (const fault of faults) {
    errors[fault.field] ??= inForm(fault);
  }
  return { statement, errors };
}

/** The faults to be shown now. */
export function shownErrors(now: Editing): Record<string, string> {
  const { errors } = checked(now);
  if (now.tried || now.before) return errors;
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => now.touched.has(field.replace(/^source\.|\[.*$/g, ''))),
  );
}

const contentOf = (now: Editing): Draft => (now.before ? draftOf(now.before) : emptyDraft);
export const isChanged = (now: Editing): boolean => !sameDraft(now.draft, contentOf(now));
