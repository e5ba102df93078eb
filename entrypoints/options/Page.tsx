/** The options page: statements, packs, settings, help. Reads the corpus itself, writes through the background. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Detail } from '../../components/options/Detail';
import { Filters } from '../../components/options/Filters';
import { Help } from '../../components/options/Help';
import { ImportDialog } from '../../components/options/ImportDialog';
import { Packs } from '../../components/options/Packs';
import { SettingsForm } from '../../components/options/SettingsForm';
import { StatementTable } from '../../components/options/StatementTable';
import type { CorpusDb } from '../../utils/corpus/db';
import { exportAs, unplaced } from '../../utils/corpus/export';
import { listAll } from '../../utils/corpus/list';
import { type Speaker, speakers, statementById } from '../../utils/corpus/lookup';
import { readLore } from '../../utils/corpus/lore';
import { enablePack, removePack } from '../../utils/corpus/packs';
import { type PackSummary, sizes } from '../../utils/corpus/status';
import { t } from '../../utils/i18n';
import type { StatementView } from '../../utils/messages';
import { send } from '../../utils/messaging';
import type { Settings } from '../../utils/settings';
import type { Fault, Proposition } from '../../utils/types';
import { loadSettings, saveSettings } from '../background/settings';
import { address, go, type Tab } from './address';
import { cancelImport, faultsText, importing, planFile, runPlan } from './importing';
import { loading, more, nextPage, restart, rows } from './list';

const packs = signal<PackSummary[]>([]);
const people = signal<Speaker[]>([]);
const propositions = signal<Proposition[]>([]);
const settings = signal<Settings | null>(null);
const chosen = signal<StatementView | null>(null);
const fault = signal<Fault | null>(null);
const status = signal('');

async function refresh(db: CorpusDb): Promise<void> {
  // Whoever reads pages hears of new or changed packs.
  await send('corpus.status', null);
  const [size, names, lore] = await Promise.all([sizes(db), speakers(db), readLore(db)]);
  packs.value = size.packs;
  people.value = names;
  propositions.value = lore.propositions;
  await restart(db, address.value.filter);
}

/** On a first visit the background may still be taking the bundled pack in: wait for it, and hear what is wrong. */
async function begin(db: CorpusDb): Promise<void> {
  settings.value = await loadSettings();
  const reply = await send('corpus.status', null);
  fault.value = reply.ok ? reply.value.fault : reply.fault;
  await refresh(db);
  chosen.value = address.value.id ? await statementById(db, address.value.id) : null;
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function exportRows(db: CorpusDb, format: 'jsonl' | 'csv'): Promise<void> {
  const all: StatementView[] = [];
  for await (const batch of listAll(db, address.value.filter)) all.push(...batch);
  const about = {
    format: 'said-before-pack' as const,
    formatVersion: 1 as const,
    id: 'export',
    title: '',
    version: '1',
    date: '',
    language: 'en',
    license: '',
    publisher: '',
    homepage: '',
    propositions: [],
    people: [],
  };
  const file = exportAs(format, unplaced(all), about);
  save(`said-before-statements.${file.ending}`, file.type, file.text);
}

async function step(db: CorpusDb, type: 'corpus.undo' | 'corpus.redo'): Promise<void> {
  const reply = await send(type, null);
  if (!reply.ok) status.value = reply.fault.message;
  else if (reply.value) status.value = t(type === 'corpus.undo' ? 'optionsUndone' : 'optionsRedone', reply.value.label);
  else status.value = t('optionsNothingLeft');
  await refresh(db);
}

const claims = (): Map<string, string> => new Map(propositions.value.map((p) => [p.id, p.claim]));
const tabs: readonly Tab[] = ['statements', 'packs', 'settings', 'help'];

function Top({ db }: { db: CorpusDb }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <header>
      <h1>{t('name')}</h1>
      <nav aria-label={t('optionsTabs')}>
        {tabs.map((tab) => (
          <a key={tab} href={`#${tab}`} aria-current={address.value.tab === tab ? 'page' : undefined}>
            {t(`optionsTab_${tab}`)}
          </a>
        ))}
      </nav>
      <div class="actions">
        <span class="status" role="status">
          {status.value}
        </span>
        <button type="button" class="quiet" onClick={() => void step(db, 'corpus.undo')}>
          {t('cardUndo')}
        </button>
        <button type="button" class="quiet" onClick={() => void step(db, 'corpus.redo')}>
          {t('optionsRedo')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".jsonl,.ndjson,.csv,.tsv,.json,.gz"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void planFile(db, file);
          }}
        />
        <button type="button" class="quiet" onClick={() => picker.current?.click()}>
          {t('optionsImport')}
        </button>
        <button type="button" class="quiet" onClick={() => void exportRows(db, 'jsonl')}>
          {t('optionsExportJsonl')}
        </button>
        <button type="button" class="quiet" onClick={() => void exportRows(db, 'csv')}>
          {t('optionsExportCsv')}
        </button>
      </div>
    </header>
  );
}

function Statements({ db }: { db: CorpusDb }) {
  const known = claims();
  const claimOf = (id: string): string => known.get(id) ?? id;
  const sides = [...new Set(people.value.map((p) => p.side).filter(Boolean))].sort();
  const select = async (id: string | null): Promise<void> => {
    chosen.value = id ? (rows.value.find((row) => row.id === id) ?? (await statementById(db, id))) : null;
    go({ id });
  };
  const remove = async (id: string): Promise<void> => {
    const reply = await send('corpus.delete', { ids: [id] });
    status.value = reply.ok ? t('optionsDeleted') : reply.fault.message;
    await select(null);
    await refresh(db);
  };
  return (
    <>
      <Filters
        values={address.value.filter}
        speakers={people.value.map((p) => ({ value: p.name, label: p.name }))}
        propositions={propositions.value.map((p) => ({ value: p.id, label: p.claim }))}
        sides={sides.map((value) => ({ value, label: value }))}
        onChange={(filter) => {
          go({ filter });
          void restart(db, filter);
        }}
      />
      <div class={chosen.value ? 'body split' : 'body'}>
        <StatementTable
          rows={rows.value}
          more={more.value}
          loading={loading.value}
          selected={chosen.value?.id ?? null}
          claimOf={claimOf}
          onSelect={(id) => void select(id)}
          onMore={() => void nextPage(db)}
        />
        {chosen.value ? (
          <Detail
            statement={chosen.value}
            packTitle={
              packs.value.find((p) => p.id === chosen.value?.pack)?.title ||
              (chosen.value.pack === 'mine' ? t('optionsMine') : chosen.value.pack)
            }
            claimOf={claimOf}
            onClose={() => void select(null)}
            onDelete={() => chosen.value && void remove(chosen.value.id)}
          />
        ) : null}
      </div>
    </>
  );
}

export function Page({ db }: { db: CorpusDb }) {
  useEffect(() => void begin(db), [db]);
  const { tab } = address.value;
  return (
    <div class="page">
      <Top db={db} />
      <div>
        {fault.value ? (
          <p class="alert" role="alert">
            {fault.value.message} {fault.value.todo}
          </p>
        ) : null}
        {importing.value ? (
          <ImportDialog
            state={importing.value}
            onRun={() => void runPlan(db, () => void refresh(db))}
            onCancel={cancelImport}
            onSaveFaults={() => save('said-before-faults.csv', 'text/csv', faultsText())}
          />
        ) : null}
      </div>
      <main style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', minHeight: 0 }}>
        {tab === 'statements' ? <Statements db={db} /> : null}
        {tab === 'packs' ? (
          <Packs
            packs={packs.value}
            onEnable={(pack, on) =>
              void enablePack(db, pack.id, on, {
                key: on ? 'stepPackEnabled' : 'stepPackDisabled',
                args: [pack.title],
              }).then(() => refresh(db))
            }
            onRemove={(pack) =>
              void removePack(db, pack.id, { key: 'stepPackRemoved', args: [pack.title] }).then(() => refresh(db))
            }
          />
        ) : null}
        {tab === 'settings' && settings.value ? (
          <div class="sheet">
            <SettingsForm
              settings={settings.value}
              onChange={(next) => {
                settings.value = next;
                void saveSettings(next);
              }}
            />
          </div>
        ) : null}
        {tab === 'help' ? <Help /> : null}
      </main>
    </div>
  );
}
