/** Another query: another address, and the list from its beginning. */
import type { Query } from '../../../utils/corpus-service';
import { paramsOf } from '../query';
import { address, change } from '../route';
import { newPlace } from './place';

export function setQuery(query: Query, text?: string): void {
  newPlace();
  change({ ...paramsOf(query), text: text ?? address.value.params.get('text') });
}
