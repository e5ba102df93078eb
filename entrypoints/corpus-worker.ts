import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serve } from '../utils/calls';
import { holdLife } from '../utils/corpus/alive';
import { CorpusError, storageFault } from '../utils/corpus/faults';
import { corpusService } from '../utils/corpus/service/service';
import type { CorpusEvent } from '../utils/corpus-service';
import { readCatalogue } from './options/words';

/** The worker behind our own pages: the corpus service, with the words of the reader's language for its faults. */
export default defineUnlistedScript(() => {
  const worker = self as unknown as Parameters<typeof serve>[0];
  let tell: (event: CorpusEvent | { event: 'alive' }) => void = () => undefined;
  const service = corpusService((event) => tell(event));
  tell = serve(worker, { ...service, speak: readCatalogue }, (error) =>
    error instanceof CorpusError ? error.fault : storageFault(error),
  );
  holdLife(self.name, () => tell({ event: 'alive' }));
});
