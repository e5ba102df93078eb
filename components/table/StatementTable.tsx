/** The statements of the corpus as a grid: when, who, which words, and which stances. */
import type { Hits, ListedStatement } from '../../utils/corpus-service';
import { quoted, t, uiLanguage } from '../../utils/i18n';
import { StanceDot } from '../options/icons';
import { type Column, Grid, type GridProps } from './Grid';
import { Marked, snippet } from './Marked';

export interface StatementTableProps
  extends Omit<GridProps<ListedStatement>, 'label' | 'columns' | 'keyOf' | 'sort' | 'children'> {
  order: GridProps<ListedStatement>['sort'];
  /** A filter or search is in force: an empty table then means something else. */
  narrow: boolean;
  /** Nothing has come yet. */
  waiting: boolean;
  claimOf(proposition: string): string;
  /** A speaker's name and a role in the reader's language. */
  nameOf(speaker: string): string;
  roleOf(role: string): string;
  labelOf(proposition: string): string;
}

let format: Intl.DateTimeFormat | undefined;

/** Letters that a day may have beside a name on a phone: "Sep 28, 2026". */
const FEW = 12;

/** The language's own short form, or figures where its words for the month and the year would cut the names short. */
function formatOf(tag: string): Intl.DateTimeFormat {
  const worded = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  if (worded.format(Date.UTC(2026, 8, 28)).length <= FEW) return worded;
  return new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
}

/** A day in few letters, as the reader's language writes it. Making a format costs more than a row: it is made once. */
function shortDay(iso: string): string {
  format ??= formatOf(uiLanguage());
  return format.format(new Date(`${iso}T12:00:00Z`));
}

/** The words said; where what was looked for stands in the gist only, that place of the gist too. */
function Words({ row }: { row: ListedStatement }) {
  const hits: Hits = row.hits ?? {};
  const inGist = !hits.quote?.length && hits.gist?.length ? snippet(row.gist, hits.gist) : null;
  if (!row.quote)
    return (
      <button type="button" tabIndex={-1} class="gist" dir="auto">
        <Marked text={row.gist} hits={hits.gist} />
      </button>
    );
  const [before, after] = quoted('\n').split('\n');
  return (
    <button type="button" tabIndex={-1} class={inGist ? 'said both' : 'said'} dir="auto">
      <span>
        {before}
        <Marked text={row.quote} hits={hits.quote} />
        {after}
      </span>
      {inGist ? (
        <span class="gist">
          <Marked {...inGist} />
        </span>
      ) : null}
    </button>
  );
}

/** A name or role in the reader's language; what was searched for is shown as it was found, be it in the record's words. */
function Term({ own, told, hits, at }: { own: string; told: string; hits: Hits | undefined; at: 'speaker' | 'role' }) {
  const found = hits?.[`${at}Told`];
  return hits?.[at] && !found ? <Marked text={own} hits={hits[at]} /> : <Marked text={told} hits={found} />;
}

const columns = ({ claimOf, labelOf, nameOf, roleOf }: StatementTableProps): Column<ListedStatement>[] => [
  { id: 'date', label: t('optionsDate'), sorts: 'date', cell: (row) => shortDay(row.date) },
  {
    id: 'speaker',
    label: t('optionsSpeaker'),
    sorts: 'speaker',
    whole: ({ speaker, role }) => [nameOf(speaker), role && roleOf(role)].filter(Boolean).join(', '),
    cell: (row) => (
      <>
        <b>
          <Term own={row.speaker} told={nameOf(row.speaker)} hits={row.hits} at="speaker" />
        </b>
        {row.role ? (
          <small>
            <Term own={row.role} told={roleOf(row.role)} hits={row.hits} at="role" />
          </small>
        ) : null}
      </>
    ),
  },
  {
    id: 'words',
    label: t('optionsWords'),
    whole: ({ quote, gist }) => [quote, gist].filter(Boolean).join('\n'),
    cell: (row) => <Words row={row} />,
  },
  {
    id: 'readings',
    label: t('optionsReadings'),
    cell: ({ readings }) => {
      const more = readings.length - 2;
      return readings.slice(0, 2).map((r, i) => (
        <span
          key={r.proposition}
          class={r.readBy === 'machine' ? 'reads machine' : 'reads'}
          title={`${labelOf(r.proposition)}: ${claimOf(r.proposition)}`}
        >
          <StanceDot stance={r.stance} />
          <span class="hidden">{t(`optionsStance_${r.stance}`)}: </span>
          {i === 1 && more > 0 ? <small title={t('tableMore', more)}>+{more} </small> : null}
          {labelOf(r.proposition)}
        </span>
      ));
    },
  },
  {
    id: 'source',
    label: t('editorSource'),
    sorts: 'publisher',
    whole: ({ source }) => source.publisher,
    cell: (row) => (
      <>
        <Marked text={row.source.publisher} hits={row.hits?.publisher} />
        {row.own ? <small class="own">{t(`tableOwn_${row.own}`)}</small> : null}
        {row.muted ? <small class="own">{t('tableMuted')}</small> : null}
      </>
    ),
  },
];

export function StatementTable(props: StatementTableProps) {
  const { total, busy, narrow, waiting, order } = props;
  return (
    <Grid {...props} label={t('optionsTab_statements')} columns={columns(props)} keyOf={(row) => row.id} sort={order}>
      {total === 0 && !busy ? (
        <div class="empty">
          <p>{t(narrow ? 'optionsNoMatch' : 'optionsNoStatements')}</p>
          <p class="hint">{t(narrow ? 'optionsNoMatchTodo' : 'optionsNoStatementsTodo')}</p>
        </div>
      ) : null}
      {waiting ? <p class="empty hint">{t('topicLoading')}</p> : null}
    </Grid>
  );
}
