import { afterAll, expect, it } from 'vitest';
import { cardOf } from '../../../components/card/model';
import { sampleCard, sampleText } from '../../../components/options/settings/sample';
import { sampleReply } from '../../../components/welcome/sample-reply';
import { reasonText } from '../../../utils/reason-words';
import { defaultSettings } from '../../../utils/settings';
import { useLocale } from '../support/catalogue';

afterAll(() => useLocale('en'));

it('invented stories are marked with the language that they are told in', () => {
  useLocale('de');
  const reply = sampleReply('https://example.org/');
  const [passage] = reply.report.passages;
  const welcome = cardOf(reply, passage as NonNullable<typeof passage>);
  const [sentence] = sampleText();
  const preview = sampleCard(sentence as NonNullable<typeof sentence>, defaultSettings);
  for (const card of [welcome, preview]) {
    expect(card.page.language).toBe('de');
    expect(card.items.map(({ language }) => language)).toEqual(card.items.map(() => 'de'));
    expect(card.items.map(({ evidence }) => reasonText(evidence.reason))).toEqual([
      expect.stringMatching(/^Die Stelle bejaht „.+“, diese Aussage verneint es\.$/),
      expect.stringMatching(/^Beide bejahen „.+“\.$/),
    ]);
  }
});
