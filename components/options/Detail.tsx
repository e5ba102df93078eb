/** One statement with every field and its source. */
import { t, uiLanguage } from '../../utils/i18n';
import { linkTo } from '../../utils/links';
import type { StatementView } from '../../utils/messages';
import type { Figure } from '../../utils/types';

const number = (value: number): string => new Intl.NumberFormat(uiLanguage()).format(value);

function amount(figure: Figure): string {
  const range =
    figure.value !== undefined
      ? number(figure.value)
      : [figure.low, figure.high].map((v) => (v === undefined ? '…' : number(v))).join('–');
  return `${range} ${figure.unit ?? ''}${figure.said ? ` (“${figure.said}”)` : ''}`;
}

const longDay = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString(uiLanguage(), { dateStyle: 'long', timeZone: 'UTC' });

export interface DetailProps {
  statement: StatementView;
  packTitle: string;
  claimOf(proposition: string): string;
  onClose(): void;
  onDelete(): void;
}

export function Detail({ statement: s, packTitle, claimOf, onClose, onDelete }: DetailProps) {
  const facts: [string, string | undefined][] = [
    [t('optionsRole'), s.role],
    [t('optionsSide'), s.side],
    [
      t('optionsDate'),
      `${longDay(s.date)} (${t(s.dateBasis === 'published' ? 'optionsBasisPublished' : 'optionsBasisSaid')})`,
    ],
    [t('optionsPlace'), s.place],
    [t('optionsPublished'), s.source.published && longDay(s.source.published)],
    [t('optionsPack'), packTitle],
    [t('optionsId'), s.id],
  ];
  return (
    <aside class="detail" aria-label={t('optionsDetail')}>
      <button type="button" class="plain close" onClick={onClose}>
        {t('cardClose')}
      </button>
      <h2>{s.speaker}</h2>
      {s.quote ? <blockquote>“{s.quote}”</blockquote> : null}
      {s.gist ? <p>{s.gist}</p> : null}
      <h3>{t('optionsReadings')}</h3>
      <ul>
        {s.readings.map((r) => (
          <li key={r.proposition}>
            <b>{t(`optionsStance_${r.stance}`)}</b> {claimOf(r.proposition)}
            {r.figure ? <span class="figure">{amount(r.figure)}</span> : null}
            {r.readBy === 'machine' ? <span class="figure">{t('cardMachine')}</span> : null}
          </li>
        ))}
        {s.readings.length === 0 ? <li>{t('optionsNoReadings')}</li> : null}
      </ul>
      <p>
        <a href={linkTo(s)} target="_blank" rel="noopener noreferrer">
          {s.source.publisher || s.source.url}
        </a>
      </p>
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
      <button type="button" class="quiet" onClick={onDelete}>
        {t('optionsDelete')}
      </button>
    </aside>
  );
}
