/** What the publisher says of a pack, looked at before anything is made: each fault names its option. Pure. */
import { isDay, isWebAddress } from '../../utils/corpus/check-statement';
import { MINE } from '../../utils/corpus/rows';
import { HOURS } from '../../utils/subscriptions/limits';
import type { Publication } from './make';

const short = (text: string | undefined): boolean => (text ?? '').length <= 500;

/** Faults of the options, in words with what to do; `taken` are ids that readers refuse in a subscription. */
export function wrongOptions(about: Publication, taken: ReadonlySet<string>): string[] {
  const { id, title, version, date, homepage, expiresHours: hours = HOURS.usual } = about;
  const found: [boolean, string][] = [
    [!/^[a-z0-9][a-z0-9-]{0,79}$/.test(id), '--id: use only small letters, digits and hyphens, at most 80.'],
    [id === MINE || taken.has(id), `--id: "${id}" is taken in every reader's browser. Choose another.`],
    [title.trim() === '' || !short(title), '--title: give a text of at most 500 characters.'],
    [version !== undefined && (!/\d/.test(version) || version.length > 100), '--version: give a number, such as 1.2.'],
    [date !== undefined && !isDay(date), '--date: write a day as YYYY-MM-DD.'],
    [Boolean(homepage) && !isWebAddress(homepage), '--homepage: give an http or https address.'],
    [
      !(hours >= HOURS.least && hours <= HOURS.most),
      `--expires: give hours from ${HOURS.least} to ${HOURS.most}; readers look again after so many.`,
    ],
    [about.changes.some((text) => text.length > 4000), '--change: at most 4000 characters each.'],
    ...(['license', 'publisher', 'homepage', 'language'] as const).map((key): [boolean, string] => [
      !short(about[key]),
      `--${key}: at most 500 characters.`,
    ]),
  ];
  return found.flatMap(([wrong, words]) => (wrong ? [words] : []));
}
