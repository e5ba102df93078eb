/** "Subscribe…": the address, what will be asked of whom, what is there; nothing is stored before the last button. */
import { useState } from 'preact/hooks';
import type { Progress } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import type { SubscriptionOffer } from '../../utils/subscriptions/types';
import type { Fault } from '../../utils/types';
import { bytes } from '../options/bytes';
import { ProgressLine } from '../options/ProgressLine';
import { Modal } from '../ui/Modal';

export interface SubscribeProps {
  /** What was found at the address; null before. */
  offer: SubscriptionOffer | null;
  busy: 'looking' | 'loading' | null;
  fault: Fault | null;
  /** Of the pack that is being loaded. */
  progress: Progress | null;
  onLook(url: string): void;
  onSubscribe(offer: SubscriptionOffer, automatic: boolean): void;
  onClose(): void;
}

const hostOf = (text: string): string => (URL.canParse(text.trim()) ? new URL(text.trim()).hostname : '');
const days = (hours: number): string => tn('subscribeDays', Math.max(1, Math.round(hours / 24)));

function Offer({
  offer,
  automatic,
  onAutomatic,
}: {
  offer: SubscriptionOffer;
  automatic: boolean;
  onAutomatic(on: boolean): void;
}) {
  const { index, replaces } = offer;
  const facts = [
    index.publisher,
    index.license,
    t('packVersion', index.version, shortDay(index.date)),
    bytes(index.size),
  ];
  return (
    <div class="offer">
      <h3>{index.title}</h3>
      <p class="hint">{facts.filter(Boolean).join(' · ')}</p>
      {replaces === null ? null : <p class="note">{t('subscribeReplaces', replaces)}</p>}
      <p>{t('subscribeTerm', hostOf(offer.url), days(index.expiresHours))}</p>
      <label class="check">
        <input type="checkbox" checked={automatic} onChange={(event) => onAutomatic(event.currentTarget.checked)} />
        <span>{t('subscriptionAutomatic')}</span>
      </label>
      <p class="hint">{t('subscriptionAutomaticHint')}</p>
    </div>
  );
}

export function Subscribe({ offer, busy, fault, progress, onLook, onSubscribe, onClose }: SubscribeProps) {
  const [url, setUrl] = useState('');
  const [automatic, setAutomatic] = useState(false);
  const host = hostOf(url);
  return (
    <Modal class="subscribe" titleId="subscribe-title" title={t('subscribeTitle')} onClose={onClose}>
      <form
        class="body"
        id="subscribe-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (busy) return;
          if (offer) onSubscribe(offer, automatic);
          else onLook(url);
        }}
      >
        {offer ? (
          <Offer offer={offer} automatic={automatic} onAutomatic={setAutomatic} />
        ) : (
          <>
            <label class="field">
              {t('subscribeUrl')}
              <input
                type="url"
                inputMode="url"
                autoComplete="off"
                spellcheck={false}
                placeholder={t('subscribeExample')}
                value={url}
                aria-invalid={fault !== null}
                aria-describedby={fault ? 'subscribe-fault' : 'subscribe-why'}
                onInput={(event) => setUrl(event.currentTarget.value)}
              />
            </label>
            <p id="subscribe-why" class="hint">
              {host ? t('subscribeWhyHost', host) : t('subscribeWhy')} {t('subscribeNothing')}
            </p>
          </>
        )}
        {fault ? (
          <p id="subscribe-fault" role="alert" class="fault">
            {fault.message} {fault.todo}
          </p>
        ) : null}
        <p role="status">{busy ? t(busy === 'looking' ? 'subscribeLooking' : 'subscribeLoading') : ''}</p>
        {busy === 'loading' && progress ? <ProgressLine progress={progress} label={t('subscribeLoading')} /> : null}
      </form>
      <div class="buttons">
        <button type="submit" form="subscribe-form" class="primary" aria-disabled={busy !== null}>
          {t(offer ? 'subscribeRun' : 'subscribeLook')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('importCancel')}
        </button>
      </div>
    </Modal>
  );
}
