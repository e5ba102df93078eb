/** The settings, stored as they are changed. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SettingsForm } from '../../components/options/SettingsForm';
import type { Settings } from '../../utils/settings';
import { loadSettings, onSettings, saveSettings } from '../background/settings';
import { tellFault } from './state';

const settings = signal<Settings | null>(null);

async function keep(next: Settings): Promise<void> {
  settings.value = next;
  const kept = await saveSettings(next);
  if (!kept.ok) tellFault(kept.fault);
}

export function SettingsView() {
  useEffect(() => {
    const take = (found: Settings): void => {
      settings.value = found;
    };
    const end = new AbortController();
    void loadSettings().then(take);
    // Another page or the popup may change them meanwhile.
    onSettings(take, end.signal);
    return () => end.abort();
  }, []);
  if (!settings.value) return null;
  return (
    <div class="sheet">
      <SettingsForm settings={settings.value} onChange={(next) => void keep(next)} />
    </div>
  );
}
