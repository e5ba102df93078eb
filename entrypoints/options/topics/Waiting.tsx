/** What stands in the place of a page that is not there yet: that it is being looked up, or why it did not come. */
import { t } from '../../../utils/i18n';
import type { Fault } from '../../../utils/types';

export function Waiting({ fault, onAgain }: { fault: Fault | null; onAgain(): void }) {
  if (!fault)
    return (
      <div class="sheet">
        <p class="looking" role="status">
          {t('topicLoading')}
        </p>
      </div>
    );
  return (
    <div class="sheet" role="alert">
      <p class="alert">
        {fault.message} {fault.todo}
      </p>
      <p>
        <button type="button" class="quiet" onClick={onAgain}>
          {t('repairRetryDo')}
        </button>
      </p>
    </div>
  );
}
