/** The packs: switched, removed, exported. Each switch is one row of the store, so that it happens at once. */
import { type PackLine, Packs } from '../../components/options/Packs';
import { guarded } from '../../utils/corpus/faults';
import { enablePack, removePack } from '../../utils/corpus/packs';
import type { PackRow } from '../../utils/corpus/rows';
import { t, uiLanguage } from '../../utils/i18n';
import { packNameOf } from '../../utils/in-language';
import { exportTo } from './exporting';
import { hrefOf } from './route';
import { SubscriptionOf, SubscriptionsView } from './SubscriptionsView';
import { packs, tell, tellFault } from './state';
import type { ViewProps } from './views';

const lineOf = (pack: PackRow): PackLine => ({
  ...pack,
  title: packNameOf(pack, uiLanguage()),
  statements: pack.layers.reduce((sum, layer) => sum + layer.count, 0),
});
const nameOf = (pack: PackLine): string => pack.title || t('optionsMine');

export function PacksView({ db }: ViewProps) {
  const change = async (
    key: string,
    pack: PackLine,
    work: (label: { key: string; args: string[] }) => Promise<boolean>,
  ) => {
    const label = { key, args: [nameOf(pack)] };
    const done = await guarded(() => work(label));
    if (done.ok) tell(t(key, ...label.args), true);
    else tellFault(done.fault);
  };
  return (
    <Packs
      packs={packs.value.map(lineOf)}
      hrefOf={(pack) => hrefOf('statements', { pack: pack.id })}
      onEnable={(pack, on) =>
        void change(on ? 'stepPackEnabled' : 'stepPackDisabled', pack, (label) => enablePack(db, pack.id, on, label))
      }
      onRemove={(pack) => void change('stepPackRemoved', pack, (label) => removePack(db, pack.id, label))}
      onExport={(pack, format) => void exportTo(format, { query: { pack: [pack.id] } })}
      extra={(pack) => <SubscriptionOf pack={pack} />}
    >
      <SubscriptionsView />
    </Packs>
  );
}
