import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  findSettings,
  keepSettings,
  loadSettings,
  onSettings,
  saveSettings,
} from '../../../entrypoints/background/settings';
import { forgetBackups, settingsBackups } from '../../../entrypoints/background/settings-backup';
import { defaultSettings } from '../../../utils/settings';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

const stored = async (area: 'sync' | 'local') =>
  (await fakeBrowser.storage[area].get('settings')).settings as Record<string, unknown> | undefined;
const full = () => vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES_PER_ITEM'));

it('settings go to sync, with their version', async () => {
  expect(await saveSettings({ ...defaultSettings, delay: 200 })).toEqual({ ok: true, value: 'sync' });
  expect(await stored('sync')).toMatchObject({ version: 2, delay: 200 });
  expect((await loadSettings()).delay).toBe(200);
});

it('where sync refuses, they stay on this device and win over what sync still holds', async () => {
  await saveSettings({ ...defaultSettings, delay: 200 });
  const refusing = full();
  expect(await changeSettings({ offSites: ['a.example'] })).toEqual({ ok: true, value: 'local' });
  expect(await loadSettings()).toMatchObject({ delay: 200, offSites: ['a.example'] });
  refusing.mockRestore();
  expect(await changeSettings({ delay: 300 })).toEqual({ ok: true, value: 'sync' });
  expect(await stored('local')).toBeUndefined();
  expect(await loadSettings()).toMatchObject({ delay: 300, offSites: ['a.example'] });
});

it('where nothing can be stored, that is told in words', async () => {
  full();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk'));
  const reply = await saveSettings(defaultSettings);
  expect(reply).toMatchObject({ ok: false, fault: { message: 'settingsNotSaved', todo: 'settingsNotSavedTodo' } });
});

it('older settings are brought forward, and a copy of them is kept', async () => {
  const old = { delay: 100, markStyle: 'both' };
  await fakeBrowser.storage.sync.set({ settings: old });
  await keepSettings();
  expect(await stored('sync')).toMatchObject({ version: 2, delay: 100, markStyle: 'tint' });
  expect(await settingsBackups()).toMatchObject([{ state: 'older', faults: [], value: old }]);
});

it('damaged settings are copied away once, before they are written over, and can be let go', async () => {
  const bad = { version: 2, delay: 'soon', offSites: ['a.example'] };
  await fakeBrowser.storage.sync.set({ settings: bad });
  await keepSettings();
  await fakeBrowser.storage.sync.set({ settings: bad });
  await changeSettings({ quiet: true });
  expect(await settingsBackups()).toMatchObject([{ state: 'damaged', faults: ['delay'], value: bad }]);
  expect(await stored('sync')).toMatchObject({ quiet: true, offSites: ['a.example'], delay: 500 });
  await forgetBackups();
  expect(await settingsBackups()).toEqual([]);
});

it('the copies are at most five, the newest first', async () => {
  for (let delay = -7; delay < 0; delay += 1) {
    await fakeBrowser.storage.sync.set({ settings: { version: 2, delay } });
    await keepSettings();
  }
  expect((await settingsBackups()).map(({ value }) => (value as { delay: number }).delay)).toEqual([
    -1, -2, -3, -4, -5,
  ]);
});

it('settings of a later version stay as they are; ours are kept beside them', async () => {
  const newer = { version: 9, delay: 700, hue: 'green' };
  await fakeBrowser.storage.sync.set({ settings: newer });
  await keepSettings();
  expect(await changeSettings({ quiet: true })).toEqual({ ok: true, value: 'local' });
  expect(await stored('sync')).toEqual(newer);
  expect(await findSettings()).toMatchObject({ area: 'local', settings: { delay: 700, quiet: true } });
});

it('changes are heard until the signal aborts', async () => {
  const heard = vi.fn();
  const gone = new AbortController();
  onSettings(heard, gone.signal);
  await changeSettings({ delay: 0 });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(expect.objectContaining({ delay: 0 })));
  const times = heard.mock.calls.length;
  gone.abort();
  await changeSettings({ delay: 50 });
  await new Promise((done) => setTimeout(done, 20));
  expect(heard).toHaveBeenCalledTimes(times);
});
