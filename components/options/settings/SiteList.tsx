/** A list of sites that can be added to and taken from. What is typed and is no site stays in the field, with a word why. */
import { useId, useRef, useState } from 'preact/hooks';
import { quoted, t } from '../../../utils/i18n';
import { hostsFrom } from '../../../utils/settings/hosts';

export interface SiteListProps {
  label: string;
  help: string;
  hosts: readonly string[];
  draft: string;
  onDraft(text: string): void;
  onChange(hosts: string[]): void;
}

export function SiteList({ label, help, hosts, draft, onDraft, onChange }: SiteListProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [bad, setBad] = useState<string[]>([]);
  const [taken, setTaken] = useState<string | null>(null);

  const add = (): void => {
    const found = hostsFrom(draft);
    setBad(found.bad);
    setTaken(null);
    onDraft(found.bad.join(' '));
    if (found.hosts.some((host) => !hosts.includes(host))) onChange([...new Set([...hosts, ...found.hosts])]);
    field.current?.focus();
  };
  const take = (host: string, at: number): void => {
    onChange(hosts.filter((other) => other !== host));
    setTaken(host);
    const buttons = list.current?.querySelectorAll('button');
    (buttons?.[at + 1] ?? buttons?.[at - 1] ?? field.current)?.focus();
  };

  return (
    <div class="set-field set-sites">
      <label for={id}>{label}</label>
      <p class="set-help" id={`${id}-help`}>
        {help}
      </p>
      <div class="set-row">
        <input
          ref={field}
          id={id}
          value={draft}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="none"
          placeholder="news.example.org"
          aria-invalid={bad.length > 0}
          aria-describedby={`${id}-help${bad.length > 0 ? ` ${id}-fault` : ''}`}
          onInput={(event) => {
            setBad([]);
            onDraft(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="quiet" onClick={add}>
          {t('settingsAddSite')}
        </button>
      </div>
      {bad.length > 0 ? (
        <p class="set-fault" id={`${id}-fault`} role="alert">
          {t('settingsSiteFault', bad.slice(0, 3).map(quoted).join(', '))}
        </p>
      ) : null}
      {hosts.length > 0 ? (
        <ul ref={list} aria-label={label}>
          {hosts.map((host, at) => (
            <li key={host}>
              <span>{host}</span>
              <button type="button" aria-label={t('settingsRemoveSite', host)} onClick={() => take(host, at)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="set-none">{t('settingsNoSites')}</p>
      )}
      <p class="set-done" role="status">
        {taken === null ? null : (
          <>
            {t('settingsRemovedSite', taken)}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                onChange([...new Set([...hosts, taken])]);
                setTaken(null);
                field.current?.focus();
              }}
            >
              {t('cardUndo')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
