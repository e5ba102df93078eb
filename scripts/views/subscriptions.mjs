/** The packs' view with subscriptions in their states, as our background would tell of them. */
import { readdirSync } from 'node:fs';
import { act } from './act.mjs';
import { statement } from './statement.mjs';
import { answering } from './stubs.mjs';

/** A pack that every build holds, so that its subscription stands in the list. */
const [id] = readdirSync('public/packs');

const own = (more = {}) => ({
  ...{ id, url: 'https://packs.harbour-gazette.example/ferries/index.json', automatic: false, fault: null },
  ...{ checked: '2026-03-01T09:30:00Z', next: '2026-03-02T09:30:00Z', installed: '1.4.0' },
  ...{ available: false, previous: null, conflicts: 0 },
  ...more,
  index: {
    ...{ id, title: 'Ferries of the harbour', version: '1.5.0', date: '2026-02-28', license: 'CC-BY-4.0' },
    ...{
      publisher: 'The Harbour Gazette',
      homepage: '',
      expiresHours: 24,
      size: 3_650_000,
      sha256: '',
      unpacked: null,
    },
    ...{ file: 'pack.json', changes: [] },
    ...more.index,
  },
});
const waiting = { available: true, previous: '1.3.0' };
/** What no longer has its pack, and what could not be asked. */
const others = [
  own({ id: 'b', installed: null, index: { id: 'b', title: 'Bridges of the harbour' } }),
  own({ id: 'c', installed: null, index: { id: 'c', title: 'Timetables' }, fault: 'corpusWorkerGone' }),
];

const mine = (key) => statement(key, { quote: 'the ferry is gone for good, as I heard it myself' });
const conflicts = ['one', 'two'].map((key) => ({ id: key, mine: mine(key), theirs: statement(key) }));
const gone = { id: 'three', mine: mine('three'), theirs: null };
const changes = {
  ...{ id, title: 'Ferries of the harbour', from: '1.4.0', to: '1.5.0', sha256: '' },
  notes: [
    { version: '1.5.0', date: '2026-02-28', text: 'Forty statements of the council’s winter sitting.' },
    { version: '1.4.1', date: '2026-02-14', text: 'Two wrong dates mended.' },
  ],
  counts: { added: 41, changed: 1, removed: 1, conflicts: 3 },
  added: ['four', 'five'].map((key) => statement(key, { date: '2026-01-20' })),
  changed: [{ before: statement('six'), after: statement('six', { place: 'Harbour office', date: '2025-02-13' }) }],
  removed: [statement('seven', { quote: '', gist: 'She said that the ferry would be sold.' })],
  conflicts: [...conflicts, gone],
};
const unseen = { id, title: changes.title, version: '1.5.0', count: 3, conflicts: changes.conflicts };

const packs = (subscriptions) => (stage) =>
  stage.open('/options.html#packs', '.followed', {
    run: answering,
    with: {
      answers: {
        'subscription.list': { ok: true, value: subscriptions },
        'subscription.changes': { ok: true, value: changes },
        'subscription.conflicts': { ok: true, value: unseen },
      },
    },
  });
const pressed = (subscription, button) =>
  act(packs([subscription]), async (page) => {
    await page.locator(button).first().click();
    await page.locator('dialog .conflicts').waitFor();
  });

export const subscriptionViews = [
  { name: 'subscriptions', open: packs([own({ automatic: true, previous: '1.3.0' }), ...others]) },
  { name: 'subscriptions-new', open: packs([own({ ...waiting, conflicts: 2 })]) },
  { name: 'subscriptions-changes', open: pressed(own(waiting), '.followed .primary') },
  { name: 'subscriptions-conflicts', open: pressed(own({ conflicts: 3 }), '.followed .note button') },
];
