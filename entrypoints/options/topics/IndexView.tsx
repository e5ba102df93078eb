/** People and claims: who and what has a page. */
import { useEffect, useState } from 'preact/hooks';
import { type IndexEntry, TopicIndex } from '../../../components/topics/TopicIndex';
import type { Facets } from '../../../utils/corpus-service';
import type { Fault } from '../../../utils/types';
import { hrefOf } from '../route';
import { claimOf, corpus, nameOf, propositions, version } from '../state';
import { Waiting } from './Waiting';

export function IndexView() {
  const [facets, setFacets] = useState<Facets | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    void corpus.facets({}).then((found) => {
      if (!current) return;
      setFault(found.ok ? null : found.fault);
      if (found.ok) setFacets(found.value);
    });
    return () => {
      current = false;
    };
  }, [version.value, tries]);
  if (!facets || fault) return <Waiting fault={fault} onAgain={() => setTries(tries + 1)} />;
  const known = new Set(propositions.value.map(({ id }) => id));
  const claims: IndexEntry[] = facets.proposition
    .filter(({ value }) => known.has(value))
    .map(({ value, count }) => ({ id: value, name: claimOf(value), count, href: hrefOf('claim', { id: value }) }));
  const speakers: IndexEntry[] = facets.speaker.map(({ value, count }) => ({
    id: value,
    name: nameOf(value),
    count,
    href: hrefOf('speaker', { name: value }),
  }));
  return <TopicIndex claims={claims} speakers={speakers} />;
}
