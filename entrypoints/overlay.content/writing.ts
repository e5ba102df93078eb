/** The report of a wrong match while it is being written in the card. */
import type { CardClaim, CardItem } from '../../components/card/model';
import type { WrongMatchProps } from '../../components/card/WrongMatch';
import { browser } from '../../utils/browser';
import { t } from '../../utils/i18n';
import type { PageReport, ReportPassage } from '../../utils/types';
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

/** A report on what a card shows, all of it or one of its items. */
export function writingOn(
  page: PageReport['page'],
  passage: ReportPassage,
  claims: readonly CardClaim[],
  match: CardItem | null,
  opener: Element | null,
): Writing {
  const { version } = browser.runtime.getManifest();
  const made = claims.map(({ pack, stance }) => ({ claim: pack, stance }));
  return {
    opener,
    key: `${passage.text} ${match?.statement.id ?? ''}`,
    match: { page, passage, claims: made, match, version },
  };
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
