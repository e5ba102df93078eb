/** The catalogue of words for a worker, which has no extension API: the page says which file, the worker reads it. */
import { useCatalogue } from '../../utils/i18n';
import type { Result } from '../../utils/types';

type Messages = Record<string, { message: string } | undefined>;

/** Reads the catalogues, the first that has a key wins; `tag` is the interface's language. */
export async function readCatalogue(files: string[], tag: string): Promise<Result<null>> {
  const catalogues: Messages[] = [];
  for (const file of files)
    try {
      catalogues.push((await (await fetch(file)).json()) as Messages);
    } catch {
      // A language that is not there: the next one is.
    }
  useCatalogue(
    (key, values = []) =>
      (catalogues.find((one) => one[key])?.[key]?.message ?? '').replace(
        /\$(\d)/g,
        (_, n) => values[Number(n) - 1] ?? '',
      ),
    tag,
  );
  return { ok: true, value: null };
}
