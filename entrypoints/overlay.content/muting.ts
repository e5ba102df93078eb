/** What the reader takes away in a card, "not about this" and "never match these two", and the way back. */
import type { Notice } from '../../components/card/Card';
import type { CardClaim, CardItem, Gone } from '../../components/card/model';
import { t } from '../../utils/i18n';
import type { Mute } from '../../utils/messages';
import { send } from '../../utils/messaging';
import { muteWords } from '../../utils/mutes';
import type { ReportPassage } from '../../utils/types';

export interface MutingEvents {
  /** Is the card still the one in which this was asked for? */
  stands(): boolean;
  say(notice: Notice): void;
  /** A mute was added or taken back. */
  muted(): void;
}

/** The mutes of one card. */
export class Muting {
  /** What the page's next report will not have. */
  readonly gone = { statements: new Set<string>(), claims: new Set<string>() } satisfies Gone;

  constructor(private readonly on: MutingEvents) {}

  never({ text }: ReportPassage, { statement, name }: CardItem): Promise<void> {
    const mute: Mute = { kind: 'pair', words: muteWords(text), statement: statement.id };
    return this.mute(mute, this.gone.statements, statement.id, t('cardNeverDone', name));
  }

  notAbout({ text }: ReportPassage, { id, claim }: CardClaim): Promise<void> {
    const mute: Mute = { kind: 'passage', words: muteWords(text), proposition: id };
    return this.mute(mute, this.gone.claims, id, t('cardNotAboutDone', claim.replace(/\.$/, '')));
  }

  private async mute(mute: Mute, gone: Set<string>, what: string, done: string): Promise<void> {
    const reply = await send('mute.add', { mute });
    if (!this.on.stands()) return;
    if (!reply.ok) return this.on.say({ text: `${reply.fault.message} ${reply.fault.todo ?? ''}`.trim() });
    gone.add(what);
    this.on.say({ text: done, undo: () => void this.unmute(reply.value.id, gone, what) });
    this.on.muted();
  }

  private async unmute(id: string, gone: Set<string>, what: string): Promise<void> {
    const reply = await send('mute.remove', { id });
    if (!this.on.stands()) return;
    if (!reply.ok) return this.on.say({ text: `${reply.fault.message} ${reply.fault.todo ?? ''}`.trim() });
    gone.delete(what);
    this.on.say({ text: t('cardUndone') });
    this.on.muted();
  }
}
