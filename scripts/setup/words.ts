/** The interface's words for the command line: English, whatever the machine's language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCatalogue } from '../../utils/i18n';

/** Words come from the English catalogue from now on. */
export function useEnglish(): void {
  const file = join(process.env.SAID_BEFORE_ROOT ?? '.', 'public/_locales/en/messages.json');
  const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  useCatalogue(
    (key, values = []) =>
      (words[key]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? ''),
    'en-GB',
  );
}
