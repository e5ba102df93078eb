/** Can an action be carried out on any record? Its value is held against the rules of a record. Pure. */
import type { BulkAction } from '../corpus-service';
import type { Statement } from '../types';
import { checkStatement } from './check-statement';
import type { RowFault } from './row-faults';

/** A record with nothing wrong in it, so that what is found wrong is the action's. */
const sound: Statement = {
  id: 'any',
  speaker: 'Any',
  date: '2000-01-01',
  quote: 'any',
  gist: '',
  readings: [],
  source: { publisher: '', url: 'https://example.org/' },
};

/** What is wrong with the value that an action would put into a record; an empty list where nothing is. */
export function actionFaults(action: BulkAction): RowFault[] {
  const faults: RowFault[] = [];
  if (action.do === 'set') checkStatement({ ...sound, [action.field]: action.value }, 1, {}, faults);
  if (action.do === 'addReading') checkStatement({ ...sound, readings: [action.reading] }, 1, {}, faults);
  if (action.do === 'removeReading')
    checkStatement({ ...sound, readings: [{ proposition: action.proposition, stance: 'affirms' }] }, 1, {}, faults);
  return faults;
}

/** A text as a record would keep it: one line, without control characters. */
export const keptValue = (action: Extract<BulkAction, { do: 'set' }>): string =>
  checkStatement({ ...sound, [action.field]: action.value }, 1, {}, [])?.[action.field] ?? '';
