import { beforeAll, expect, it } from 'vitest';
import { wrongMatchFile, wrongMatchText } from '../../utils/wrong-match';
import { useLocale } from './support/catalogue';
import { evidence, passage, reply, statementView } from './support/reply';

beforeAll(() => useLocale());
const wrong = {
  page: reply().report.page,
  passage: passage('a', { evidence: [evidence('s1'), evidence('s2')] }),
  claims: [{ claim: 'The bridge will open.', stance: 'affirms' }],
  match: { statement: statementView('s1'), evidence: evidence('s1') },
  version: '1.2.3',
};

it('the text tells page, passage, reading, statement, reason and version', () => {
  const text = wrongMatchText(wrong);
  for (const part of [
    'Bridge “soon”',
    'https://news.example/today',
    'The bridge a will open soon.',
    'affirms: The bridge will open.',
    'will open',
    'Shown as: contradicts',
    'Statement: s1',
    'https://news.example/s1',
    'The passage affirms “The bridge will open”; this statement denies it.',
    'Said Before 1.2.3',
  ])
    expect(text).toContain(part);
  expect(wrongMatchText({ ...wrong, match: null })).not.toContain('Shown as');
});

it('the file holds the reader’s text and only the match it is about', () => {
  const { name, text } = wrongMatchFile(wrong, 'my words');
  expect(name).toBe('said-before-wrong-match-2025-12-16.json');
  const value = JSON.parse(text);
  expect(value).toMatchObject({ format: 'said-before-wrong-match', formatVersion: 1, text: 'my words' });
  expect(value.passage.evidence).toBeUndefined();
  expect(value.match.statement.id).toBe('s1');
  expect(value.match.evidence.reason).toBe('The passage affirms “The bridge will open”; this statement denies it.');
});
