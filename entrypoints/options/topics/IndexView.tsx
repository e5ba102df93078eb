/** People and claims: who and what has a page. */
import { useEffect, useState } from 'preact/hooks';
import { type IndexEntry, TopicIndex } from '../../../components/topics/TopicIndex';
import type { Facets } from '../../../utils/corpus-service';
import { t } from '../../../utils/i18n';
import { hrefOf } from '../route';
import { claimOf, corpus, propositions, tellFault, version } from '../state';

export function IndexView() {
  const [facets, setFacets] = useState<Facets | null>(null);
  useEffect(() => {
    let current = true;
    void corpus.facets({}).then((found) => {
      if (!current) return;
      if (found.ok) setFacets(found.value);
      else tellFault(found.fault);
    });
    return () => {
      current = false;
    };
  }, [version.value]);
  if (!facets)
    return (
      <p class="sheet" role="status">
        {t('topicLoading')}
      </p>
    );
  const known = new Set(propositions.value.map(({ id }) => id));
  const claims: IndexEntry[] = facets.proposition
    .filter(({ value }) => known.has(value))
    .map(({ value, count }) => ({ id: value, name: claimOf(value), count, href: hrefOf('claim', { id: value }) }));
  const speakers: IndexEntry[] = facets.speaker.map(({ value, count }) => ({
    id: value,
    name: value,
    count,
    href: hrefOf('speaker', { name: value }),
  }));
  return <TopicIndex claims={claims} speakers={speakers} />;
}
