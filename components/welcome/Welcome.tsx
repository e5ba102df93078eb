/** The one page that opens by itself, once, after installing. Props in, events out. */
import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import { type CorpusProgress, Ready } from './Ready';
import { Sites, type SitesProps } from './Sites';

export interface WelcomeProps extends SitesProps {
  progress: CorpusProgress;
  /** Keyboard commands as they are set in this browser ("": not set), with what they do. */
  keys: readonly { keys: string; does: string }[];
  /** The browser keeps web pages closed to us; the button asks it to open them. */
  closed: boolean;
  sample: ComponentChildren;
  onGrant(): void;
  onOptions(place: string): void;
}

const does = ['Does1', 'Does2', 'Does3'] as const;
const never = ['Never1', 'Never2', 'Never3', 'Never4'] as const;

function Keys({ keys }: Pick<WelcomeProps, 'keys'>) {
  return (
    <section>
      <h2>{t('helpKeys')}</h2>
      <dl class="keys">
        {keys.map((line) => (
          <div key={line.does}>
            <dt>
              {line.keys === '' ? <span class="soft">{t('welcomeNoKey')}</span> : null}
              {(line.keys === '' ? [] : line.keys.split('+')).map((key, i) => (
                <span key={key}>
                  {i > 0 ? ' + ' : ''}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{t('welcomeKeysNote')}</p>
    </section>
  );
}

export function Welcome(props: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <p class="mark">
          <img src="/icons/icon.svg" alt="" width="32" height="32" /> {t('name')}
        </p>
        <h1>{t('welcomeTitle')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
        <Ready progress={props.progress} />
      </header>
      {props.closed ? (
        <section class="closed" role="alert">
          <h2>{t('welcomeClosed')}</h2>
          <p>{t('welcomeClosedBody')}</p>
          <button type="button" class="primary" onClick={props.onGrant}>
            {t('welcomeGrant')}
          </button>
        </section>
      ) : null}
      <section class="try">
        <h2>{t('welcomeTry')}</h2>
        <p class="soft">{t('welcomeTryHow')}</p>
        {props.sample}
      </section>
      <div class="two">
        <section>
          <h2>{t('welcomeDoes')}</h2>
          <ul>
            {does.map((key) => (
              <li key={key}>{t(`welcome${key}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('welcomeNever')}</h2>
          <ul class="never">
            {never.map((key) => (
              <li key={key}>{t(`welcome${key}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <Sites {...props} />
      <Keys keys={props.keys} />
      <footer>
        <p>{t('welcomeEnd')}</p>
        <p class="buttons">
          <button type="button" class="quiet" onClick={() => props.onOptions('#statements')}>
            {t('popupAllStatements')}
          </button>
          <button type="button" class="quiet" onClick={() => props.onOptions('#help')}>
            {t('helpHow')}
          </button>
        </p>
        <p class="soft" id="sources">
          {t('welcomeSources')}
        </p>
      </footer>
    </main>
  );
}
