/** One statement with every field and its source. */
import { longDay } from '../../utils/dates';
import { figureText } from '../../utils/figures';
import { quoted, t } from '../../utils/i18n';
import { linkTo } from '../../utils/links';
import type { StatementView } from '../../utils/messages';
import type { Figure } from '../../utils/types';
import { StanceDot } from './icons';

const amount = (figure: Figure): string =>
  figure.said ? `${figureText(figure)} (${quoted(figure.said)})` : figureText(figure);

export interface DetailProps {
  statement: StatementView & { muted?: true; own?: 'added' | 'changed' };
  packTitle: string;
  /** In the reader's language, as the claims. */
  name: string;
  role: string;
  side: string;
  claimOf(proposition: string): string;
  onEdit(): void;
  onConfirm(): void;
  onMute(on: boolean): void;
  onYield(): void;
  onDelete(): void;
}

export function Detail({
  statement: s,
  packTitle,
  name,
  role,
  side,
  claimOf,
  onEdit,
  onConfirm,
  onMute,
  onYield,
  onDelete,
}: DetailProps) {
  const machine = s.readings.some((r) => r.readBy === 'machine');
  const facts: [string, string | undefined][] = [
    [
      t('optionsDate'),
      `${longDay(s.date)} (${t(s.dateBasis === 'published' ? 'optionsBasisPublished' : 'optionsBasisSaid')})`,
    ],
    [t('optionsSide'), side],
    [t('optionsPlace'), s.place],
    [t('optionsPublished'), s.source.published && longDay(s.source.published)],
    [t('optionsPack'), packTitle],
    [t('optionsId'), s.id],
  ];
  return (
    <div class="detail">
      <h3 class="who">{name}</h3>
      {role ? <p class="role">{role}</p> : null}
      {s.quote ? <blockquote dir="auto">{quoted(s.quote)}</blockquote> : null}
      {s.gist ? <p dir="auto">{s.gist}</p> : null}
      <p>
        <a href={linkTo(s)} target="_blank" rel="noopener noreferrer">
          {s.source.publisher || s.source.url}
        </a>
      </p>
      <h3>{t('optionsReadings')}</h3>
      <ul class="stances">
        {s.readings.map((r) => (
          <li key={`${r.proposition}${r.stance}`}>
            <StanceDot stance={r.stance} />
            <div>
              <b>{t(`optionsStance_${r.stance}`)}</b> {claimOf(r.proposition)}
              {r.figure ? <span class="figure">{amount(r.figure)}</span> : null}
              {r.readBy === 'machine' ? <span class="figure">{t('cardMachine')}</span> : null}
            </div>
          </li>
        ))}
        {s.readings.length === 0 ? <li class="hint">{t('optionsNoReadings')}</li> : null}
      </ul>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div class="buttons">
        <button type="button" class="primary" onClick={onEdit}>
          {t('detailEdit')}
        </button>
        {machine ? (
          <button type="button" class="quiet" onClick={onConfirm}>
            {t('bulkConfirm')}
          </button>
        ) : null}
        <button type="button" class="quiet" onClick={() => onMute(!s.muted)}>
          {t(s.muted ? 'bulkMute_unmute' : 'bulkMute_mute')}
        </button>
        {s.own === 'changed' ? (
          <button type="button" class="quiet" onClick={onYield}>
            {t('bulkYield')}
          </button>
        ) : null}
        <button type="button" class="quiet" onClick={onDelete}>
          {t('optionsDelete')}
        </button>
      </div>
    </div>
  );
}
