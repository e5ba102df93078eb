/** A speaker's or a claim's page: looked up, and what its buttons do. The plot is loaded with the first of them. */
import { useEffect, useState } from 'preact/hooks';
import { claimRows, speakerRows, type TopicRow } from '../../../components/topics/model';
import type { TopicPageProps } from '../../../components/topics/TopicPage';
import type { ListedStatement, Query } from '../../../utils/corpus-service';
import { t } from '../../../utils/i18n';
import type { Fault } from '../../../utils/types';
import { saveFile } from '../../own-page/save';
import { legendOf, svgText } from '../../own-page/svg';
import { exportTo } from '../exporting';
import { address, hrefOf } from '../route';
import { aboutOf, corpus, nameOf, propositions, version } from '../state';
import { Waiting } from './Waiting';

/** The newest that are read: more than a plot can show, few enough to be quick. */
const MOST = 3000;

type Page = (props: TopicPageProps) => preact.JSX.Element;

interface Found {
  key: string;
  statements: readonly ListedStatement[];
  total: number;
}

/** What stands on a page, from what was found. */
interface Topic {
  title: string;
  about: string;
  rows: readonly TopicRow[];
}

function speakerTopic(name: string, { statements }: Found): Topic {
  return {
    title: nameOf(name),
    about: aboutOf(statements[0]),
    rows: speakerRows(statements, propositions.value),
  };
}

function claimTopic(id: string, { statements }: Found): Topic | null {
  const claim = propositions.value.find((p) => p.id === id);
  return claim ? { title: claim.claim, about: '', rows: claimRows(statements, claim, aboutOf, nameOf) } : null;
}

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .toLowerCase();

function useFound(key: string, query: Query): { found: Found | null; fault: Fault | null; again(): void } {
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    void corpus.rows({ ...query, sort: 'date', descending: true }, 0, MOST).then((page) => {
      if (!current) return;
      setFault(page.ok ? null : page.fault);
      if (page.ok) setFound({ key, statements: page.value.rows, total: page.value.total });
    });
    return () => {
      current = false;
    };
  }, [key, version.value, tries]);
  return { found: found?.key === key ? found : null, fault, again: () => setTries(tries + 1) };
}

function usePage(): Page | null {
  const [page, setPage] = useState<{ Page: Page } | null>(null);
  useEffect(() => {
    void import('../../../components/topics/TopicPage').then(({ TopicPage }) => setPage({ Page: TopicPage }));
  }, []);
  return page?.Page ?? null;
}

const Gone = () => (
  <div class="sheet" role="status">
    <h2>{t('topicGone')}</h2>
    <p>{t('topicGoneBody')}</p>
    <p>
      <a href={hrefOf('topics')}>{t('topicBack')}</a>
    </p>
  </div>
);

function View({ kind }: { kind: 'speaker' | 'claim' }) {
  const id = address.value.params.get(kind === 'speaker' ? 'name' : 'id') ?? '';
  const query: Query = kind === 'speaker' ? { speaker: [id] } : { proposition: [id] };
  const { found, fault, again } = useFound(`${kind} ${id}`, query);
  const Page = usePage();
  const topic = found && (kind === 'speaker' ? speakerTopic(id, found) : claimTopic(id, found));
  useEffect(() => {
    if (topic) document.title = `${topic.title} – ${t('name')}`;
  }, [topic?.title]);
  if (found && (!topic || topic.rows.length === 0)) return <Gone />;
  if (!found || !topic || !Page) return <Waiting fault={fault} onAgain={again} />;
  return (
    <Page
      key={found.key}
      kind={kind}
      title={topic.title}
      about={topic.about}
      rows={topic.rows}
      total={found.total}
      read={found.statements.length}
      back={hrefOf('topics')}
      hrefOfRow={(row) => (kind === 'speaker' ? hrefOf('claim', { id: row }) : hrefOf('speaker', { name: row }))}
      hrefOfStatement={(statement) => hrefOf('statements', { id: statement })}
      onSvg={(plot) =>
        saveFile({
          name: `said-before-${fileName(topic.title)}.svg`,
          type: 'image/svg+xml',
          text: svgText(plot, topic.title, legendOf(document.querySelector('.topic .legend'))),
        })
      }
      onCsv={() => void exportTo('csv', { query })}
      onPrint={() => window.print()}
    />
  );
}

export const SpeakerView = () => <View kind="speaker" />;
export const ClaimView = () => <View kind="claim" />;
