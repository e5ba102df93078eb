/** The page's passages in reading order; each goes to its place on the page. */
import { number, shortDay } from '../../utils/dates';
import { quoted, t, tn } from '../../utils/i18n';
import { RelationIcon } from '../icons';
import { StanceKey } from '../plots/StanceMark';
import type { PassageLine } from './model';

function Strongest({ strongest }: { strongest: NonNullable<PassageLine['strongest']> }) {
  const { statement, name, evidence, reversal } = strongest;
  const whole = reversal ? `${t('cardReversal')} ${name}` : name;
  const day = shortDay(statement.date);
  const words = statement.quote ? quoted(statement.quote) : statement.gist;
  return (
    <span class={`strongest ${evidence.relation}`} title={`${whole}, ${day}`}>
      {/* A reversal is by the speaker named above. */}
      <b>{reversal ? t('cardReversal') : name}</b> <time dateTime={statement.date}>{day}</time>{' '}
      <span class="said" title={words}>
        {words}
      </span>
    </span>
  );
}

const relations = [
  { relation: 'contradicts', key: 'popupContradict' },
  { relation: 'confirms', key: 'popupConfirm' },
] as const;

/** How many contradict and confirm: the shape and the number; the words are read out and shown by the pointer. */
function Relations({ line }: { line: PassageLine }) {
  return (
    <span class="relations">
      {relations.map(({ relation, key }) =>
        line[relation] > 0 ? (
          <span key={relation} class={`relation ${relation}`} title={tn(key, line[relation])}>
            <RelationIcon relation={relation} />
            <span aria-hidden="true">{number(line[relation])}</span>
            <span class="unseen">{tn(key, line[relation])}</span>
          </span>
        ) : null,
      )}
    </span>
  );
}

function Line({ line, onGo }: { line: PassageLine; onGo(id: string): void }) {
  const covered = line.contradicts + line.confirms > 0;
  return (
    <li>
      <button type="button" class={covered ? 'line' : 'line bare'} title={t('popupGo')} onClick={() => onGo(line.id)}>
        <span class="head">
          <span class="about">
            <span class="who">{line.speaker ?? t('popupReporter')}</span>
            {line.claims.map(({ id, name, stance }) => (
              <span key={id} class="claim">
                <StanceKey stance={stance} />
                <span>
                  <span class="unseen">{t(`stance_${stance}`)}: </span>
                  {name}
                </span>
              </span>
            ))}
          </span>
          <Relations line={line} />
        </span>
        <span class="words" title={line.text}>
          {line.text}
        </span>
        {covered ? null : <span class="soft">{t('popupNothingEarlier')}</span>}
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
