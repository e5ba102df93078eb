/** All speakers and all claims, each a way to its page. */
import { useState } from 'preact/hooks';
import { number } from '../../utils/dates';
import { t } from '../../utils/i18n';

export interface IndexEntry {
  /** Of a speaker the name that the statements have: it is found by either. */
  id: string;
  name: string;
  count: number;
  href: string;
  group?: string;
}

export interface TopicIndexProps {
  speakers: readonly IndexEntry[];
  claims: readonly IndexEntry[];
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function Entries({ title, entries }: { title: string; entries: readonly IndexEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span class="soft">{number(entries.length)}</span>
      </h3>
      <ul>
        {entries.map(({ id, name, count, href }) => (
          <li key={id}>
            <a href={href}>{name}</a> <span class="soft">{number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function TopicIndex({ speakers, claims }: TopicIndexProps) {
  const [text, setText] = useState('');
  const words = folded(text).split(/\s+/).filter(Boolean);
  const fits = ({ id, name }: IndexEntry): boolean => words.every((word) => folded(`${name} ${id}`).includes(word));
  const found = { claims: claims.filter(fits), speakers: speakers.filter(fits) };
  return (
    <div class="topic-index">
      <h2>{t('optionsTab_topics')}</h2>
      <p class="soft">{t('topicsAbout')}</p>
      {speakers.length + claims.length === 0 ? (
        <p role="status">
          {t('optionsNoStatements')} {t('optionsNoStatementsTodo')}
        </p>
      ) : (
        <>
          <search>
            <label class="find">
              <span>{t('topicsFind')}</span>
              <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
            </label>
          </search>
          <p class="soft" role="status">
            {found.claims.length + found.speakers.length === 0 ? t('topicNoneFound') : ''}
          </p>
          <div class="two">
            <Entries title={t('topicsClaims')} entries={found.claims} />
            <Entries title={t('topicsSpeakers')} entries={found.speakers} />
          </div>
        </>
      )}
    </div>
  );
}
