/** The report of a wrong match while it is being written in the card. */
import type { WrongMatchProps } from '../../components/card/WrongMatch';
import { t } from '../../utils/i18n';
import { type WrongMatch, wrongMatchFile, wrongMatchText } from '../../utils/wrong-match';
import { copy, download } from './clipboard';

export interface Writing {
  match: WrongMatch;
  /** The passage and statement that it is about. */
  key: string;
  /** What had the focus before, and gets it again. */
  opener: Element | null;
}

export interface WritingEvents {
  onText(): void;
  onCopied(copying: Promise<boolean>): void;
  onSaid(text: string): void;
  onBack(): void;
}

/** What the form shows and does; texts are kept in `drafts`, so that going back loses nothing. */
export function writingProps(
  { match, key, opener }: Writing,
  drafts: Map<string, string>,
  on: WritingEvents,
): WrongMatchProps {
  const text = drafts.get(key) ?? wrongMatchText(match);
  return {
    text,
    onText(next) {
      drafts.set(key, next);
      on.onText();
    },
    onCopy: () => on.onCopied(copy(text)),
    onSave() {
      download(wrongMatchFile(match, text));
      on.onSaid(t('wrongSaved'));
    },
    onBack() {
      on.onBack();
      if (opener instanceof HTMLElement) opener.focus();
    },
  };
}
