/** "X will not sign", "Y would never give up": a reporter who tells what somebody will not do tells that one's position. */
import { lemmas } from './lemmas';

/** What is done by consent, so that not doing it is a stance. */
const consenting = new Set(
  'recognise recognize sign cede surrender yield accept agree withdraw concede budge compromise negotiate abandon relinquish renounce acknowledge bow capitulate'.split(
    ' ',
  ),
);
/** In words: from the negation to the verb. */
const NEAR = 3;

/** Is the word a verb of consent that is refused: "will not recognise", "won't simply sign", "would never accept"? */
export function refuses(words: readonly { low: string }[], at: number): boolean {
  return isRefused(words, at) && lemmas((words[at] as { low: string }).low).some((form) => consenting.has(form));
}

function isRefused(words: readonly { low: string }[], at: number): boolean {
  for (let back = 1; back <= NEAR; back += 1) {
    const low = words[at - back]?.low ?? '';
    if (/^(?:won't|wouldn't)$/.test(low)) return true;
    if (/^(?:not|never)$/.test(low)) return /^(?:will|would|shall)$/.test(words[at - back - 1]?.low ?? '');
    if (!/ly$|^(?:ever|even|just)$/.test(low)) return false;
  }
  return false;
}
