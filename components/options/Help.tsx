/** How matching works, its limits, and what is never done. */
import { t } from '../../utils/i18n';

const sections = ['How', 'Limits', 'Neutral', 'Private', 'Keys', 'Formats'] as const;

export function Help() {
  return (
    <div class="sheet">
      <h2>{t('optionsTab_help')}</h2>
      {sections.map((name) => (
        <section key={name}>
          <h3>{t(`help${name}`)}</h3>
          <p>{t(`help${name}Body`)}</p>
        </section>
      ))}
    </div>
  );
}
