/** The interface's words in tests, as a browser would look them up. */
import { readFileSync } from 'node:fs';
import { useCatalogue } from '../../../utils/i18n';

/** Uses the catalogue of a locale folder. */
export function useLocale(locale = 'en'): void {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<
    string,
    { message: string }
  >;
  useCatalogue(
    (key, values = []) =>
      (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? ''),
    locale.replace('_', '-'),
  );
}
