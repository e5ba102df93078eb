/** Another query: another address, and the list from its beginning. */
import type { Query } from '../../../utils/corpus-service';
import { paramsOf } from '../query';
import { address, change } from '../route';
import { leavePlace, newPlace } from './place';

/**
 * Asks for something else. Each choice is a step that "back" takes back; words that are still being typed are one step
 * together, from the first letter on.
 */
export function setQuery(query: Query, text?: string): void {
  const now = address.value.params.get('text') ?? '';
  const typing = text !== undefined && text !== now && now !== '' && text !== '';
  leavePlace();
  change({ ...paramsOf(query), text: text ?? now }, !typing);
  newPlace();
}
