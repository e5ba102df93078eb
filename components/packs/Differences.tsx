/** A record in one line, and two versions of one field by field. */
import { shortDay } from '../../utils/dates';
import { quoted, t } from '../../utils/i18n';
import type { Statement } from '../../utils/types';
import { changesBetween } from '../editor/changes';

export const brief = (s: Statement): string =>
  `${s.speaker}, ${shortDay(s.date)}: ${s.quote ? quoted(s.quote) : s.gist}`;

export interface DifferencesProps {
  before: Statement;
  after: Statement;
  claimOf(id: string): string;
}

export const Differences = ({ before, after, claimOf }: DifferencesProps) => (
  <ul>
    {changesBetween(before, after, claimOf, (stance) => t(`stance_${stance}`)).map((one) => (
      <li key={`${one.field}${one.before}${one.after}`}>
        <span class="name">{t(`editor_${one.field}`)}</span> {one.before ? <del>{one.before}</del> : null}{' '}
        {one.after ? <ins>{one.after}</ins> : null}
      </li>
    ))}
  </ul>
);
