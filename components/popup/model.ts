/** What the popup shows, worked out of a tab's state. Pure. */
import type { PageReply, PageState } from '../../utils/messages';
import type { ReportPassage } from '../../utils/types';

export interface PassageLine {
  id: string;
  speaker: string | null;
  text: string;
  claims: string[];
  contradicts: number;
  confirms: number;
  /** The strongest earlier statement: who and when. */
  strongest: { speaker: string; date: string; relation: string } | null;
}

const count = (passage: ReportPassage, relation: string): number =>
  passage.evidence.filter((e) => e.relation === relation).length;

/** One line a passage, in reading order. */
export function linesOf(reply: PageReply): PassageLine[] {
  return reply.report.passages.map((passage) => {
    const top = passage.evidence.find((e) => e.relation === 'contradicts' || e.relation === 'confirms');
    const statement = top && reply.statements[top.statement];
    return {
      id: passage.id,
      speaker: passage.speaker,
      text: passage.text,
      claims: passage.readings.map((r) => reply.propositions[r.proposition]?.claim ?? r.proposition),
      contradicts: count(passage, 'contradicts'),
      confirms: count(passage, 'confirms'),
      strongest: top && statement ? { speaker: statement.speaker, date: statement.date, relation: top.relation } : null,
    };
  });
}

export type Action = 'force' | 'allow-site' | 'switch-on' | 'choose-site' | 'options' | null;

/** Why there is nothing to show and what can be done: catalogue keys and an action; null when there is a report. */
export function noteOf(state: PageState): { title: string; body: string; action: Action } | null {
  switch (state.status) {
    case 'report':
      return null;
    case 'loading':
      return { title: 'popupLoading', body: 'popupLoadingBody', action: null };
    case 'not-topical':
      return { title: 'popupNotTopical', body: 'popupNotTopicalBody', action: 'force' };
    case 'no-article':
      return { title: 'popupNoArticle', body: 'popupNoArticleBody', action: 'force' };
    case 'language':
      return { title: 'popupLanguage', body: 'popupLanguageBody', action: null };
    case 'off':
      return { title: 'popupOff', body: 'popupOffBody', action: 'switch-on' };
    case 'off-site':
      return { title: 'popupOffSite', body: 'popupOffSiteBody', action: 'allow-site' };
    case 'not-chosen':
      return { title: 'popupNotChosen', body: 'popupNotChosenBody', action: 'choose-site' };
    case 'click-only':
      return { title: 'popupClickOnly', body: 'popupClickOnlyBody', action: 'force' };
    case 'fault':
      return { title: state.fault.message, body: state.fault.todo ?? '', action: 'options' };
  }
}
