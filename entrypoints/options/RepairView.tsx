/** The way out when the database cannot be opened. Nothing is deleted before the reader saved, or tried to save, what is left. */
import { signal } from '@preact/signals';
import { Repair, type RepairProps } from '../../components/options/Repair';
import type { Fault } from '../../utils/types';
import { saveFile } from './exporting';
import { corpus } from './state';

const busy = signal(false);
const salvaged = signal<RepairProps['salvaged']>(null);
const last = signal<Fault | null>(null);

async function salvage(): Promise<void> {
  busy.value = true;
  const found = await corpus.salvage();
  if (found.ok) {
    saveFile(found.value);
    salvaged.value = { count: found.value.count, lost: found.value.lost };
  } else salvaged.value = { failed: `${found.fault.message} ${found.fault.todo ?? ''}` };
  busy.value = false;
}

async function rebuild(): Promise<void> {
  busy.value = true;
  const done = await corpus.rebuild();
  if (done.ok) location.reload();
  else last.value = done.fault;
  busy.value = false;
}

export function RepairView({ fault }: { fault: Fault }) {
  return (
    <Repair
      fault={last.value ?? fault}
      salvaged={salvaged.value}
      busy={busy.value}
      onRetry={() => location.reload()}
      onSalvage={() => void salvage()}
      onRebuild={() => void rebuild()}
    />
  );
}
