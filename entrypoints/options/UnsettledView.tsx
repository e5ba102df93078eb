/** Conflicts that automatic updates left: told wherever the reader is. */
import { Unsettled } from '../../components/packs/Unsettled';
import { hrefOf } from './route';
import { isPutOff, putOff, unsettled } from './unsettled';

export function UnsettledView() {
  const all = unsettled.value;
  const [first, ...more] = all;
  return (
    <div role="status">
      {first && !isPutOff(all) ? (
        <Unsettled
          packs={all.map(({ title }) => title)}
          count={all.reduce((sum, { count }) => sum + count, 0)}
          href={hrefOf('packs', more.length > 0 ? {} : { conflicts: first.id })}
          onLater={() => putOff(all)}
        />
      ) : null}
    </div>
  );
}
