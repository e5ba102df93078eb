/** One statement in the card. */
import { useId } from 'preact/hooks';
import { quoted, t } from '../../utils/i18n';
import { linkTo, publisherOf } from '../../utils/links';
import { reasonPieces } from '../../utils/reason-words';
import { CopyIcon, MoreIcon, RelationIcon } from '../icons';
import { Menu } from '../ui/Menu';
import type { CardItem } from './model';
import { When } from './When';

const relationKey = {
  contradicts: 'cardContradicts',
  confirms: 'cardConfirms',
  related: 'cardRelated',
  same: 'cardSame',
} as const;

export interface ItemActions {
  onCopy(item: CardItem, form: 'rich' | 'markdown'): void;
  onMute(item: CardItem): void;
  onWrong(item: CardItem | null): void;
}

/** The speaker, with role at the time and side where the role does not say it. */
function Speaker({ name, role, side, id }: CardItem & { id: string | undefined }) {
  const of = [role, side].filter(Boolean).join(' · ');
  return (
    <p class="speaker" id={id}>
      <b>{name}</b>
      {of ? <span>, {of}</span> : null}
    </p>
  );
}

export function Item({ item, dated, actions }: { item: CardItem; dated: boolean; actions: ItemActions }) {
  const { statement, evidence, language, told } = item;
  // For whoever comes by Tab, to whom only what takes the focus is read: the first of it tells the statement.
  const id = useId();
  const parts = ['relation', 'reversal', 'speaker', 'words'].map((part) => `${id}${part}`);
  return (
    <li class={`item ${evidence.relation}`} data-statement={statement.id} data-relation={evidence.relation}>
      <div class="top">
        <span class="relation" id={parts[0]}>
          <RelationIcon relation={evidence.relation} />
          {t(relationKey[evidence.relation])}
        </span>
        {item.reversal ? (
          <span class="tag" id={parts[1]}>
            {t('cardReversal')}
          </span>
        ) : null}
        {item.machine ? <span class="tag machine">{t('cardMachine')}</span> : null}
        <When item={item} dated={dated} parts={parts} />
      </div>
      <Speaker {...item} id={parts[2]} />
      {statement.quote ? (
        <blockquote id={parts[3]} cite={statement.source.url} lang={language} dir="auto">
          {quoted(statement.quote)}
        </blockquote>
      ) : null}
      {statement.gist ? (
        <p
          class={statement.quote ? 'gist beside' : 'gist'}
          id={statement.quote ? undefined : parts[3]}
          lang={language}
          dir="auto"
        >
          {statement.gist}
        </p>
      ) : null}
      {/* The source of a quotation is called that above. */}
      {evidence.reason.code === 'source' ? null : (
        <p class="reason">
          {reasonPieces(evidence.reason, told).map(({ text, given, language: own = language }) =>
            given ? (
              <span key={text} lang={own}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </p>
      )}
      <div class="foot">
        <a href={linkTo(statement)} target="_blank" rel="noopener noreferrer">
          {t('cardReadAt', publisherOf(statement.source))}
        </a>
        <button type="button" class="icon" title={t('cardCopy')} onClick={() => actions.onCopy(item, 'rich')}>
          <CopyIcon />
        </button>
        <Menu
          label={t('cardMore', item.name)}
          choices={[
            { label: t('cardCopy'), run: () => actions.onCopy(item, 'rich') },
            { label: t('cardCopyMarkdown'), run: () => actions.onCopy(item, 'markdown') },
            { label: t('cardNeverMatch'), run: () => actions.onMute(item) },
            { label: t('cardWrong'), run: () => actions.onWrong(item) },
          ]}
        >
          <MoreIcon />
        </Menu>
      </div>
    </li>
  );
}
