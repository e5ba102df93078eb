/** The page's passages in reading order; each goes to its place on the page. */
import { shortDay } from '../../utils/dates';
import { quoted, t, tn } from '../../utils/i18n';
import { RelationIcon } from '../icons';
import { StanceKey } from '../plots/StanceMark';
import type { PassageLine } from './model';

function Strongest({ strongest }: { strongest: NonNullable<PassageLine['strongest']> }) {
  const { statement, evidence, reversal } = strongest;
  return (
    <span class={`strongest ${evidence.relation}`}>
      <span class="who">
        {reversal ? <span class="tag">{t('cardReversal')}</span> : null}
        <b>{statement.speaker}</b> <time dateTime={statement.date}>{shortDay(statement.date)}</time>
      </span>
      <span class="words" title={statement.quote || statement.gist}>
        {statement.quote ? quoted(statement.quote) : statement.gist}
      </span>
    </span>
  );
}

function Line({ line, onGo }: { line: PassageLine; onGo(id: string): void }) {
  const covered = line.contradicts + line.confirms > 0;
  return (
    <li>
      <button type="button" class={covered ? 'line' : 'line bare'} title={t('popupGo')} onClick={() => onGo(line.id)}>
        <span class="who">{line.speaker ?? t('popupReporter')}</span>
        <span class="words" title={line.text}>
          {line.text}
        </span>
        {line.claims.map(({ id, name, stance }) => (
          <span key={id} class="claim">
            <StanceKey stance={stance} />
            <span>
              <span class="unseen">{t(`stance_${stance}`)}: </span>
              {name}
            </span>
          </span>
        ))}
        <span class="relations">
          {line.contradicts > 0 ? (
            <span class="relation contradicts">
              <RelationIcon relation="contradicts" />
              {tn('popupContradict', line.contradicts)}
            </span>
          ) : null}
          {line.confirms > 0 ? (
            <span class="relation confirms">
              <RelationIcon relation="confirms" />
              {tn('popupConfirm', line.confirms)}
            </span>
          ) : null}
          {covered ? null : <span class="soft">{t('popupNothingEarlier')}</span>}
        </span>
        {line.strongest ? <Strongest strongest={line.strongest} /> : null}
      </button>
    </li>
  );
}

export function Lines({ lines, onGo }: { lines: readonly PassageLine[]; onGo(id: string): void }) {
  return (
    <ol class="lines">
      {lines.map((line) => (
        <Line key={line.id} line={line} onGo={onGo} />
      ))}
    </ol>
  );
}
