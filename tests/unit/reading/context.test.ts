import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../utils/reading/answers';
import { readPage as read } from './page';

describe('a claim turned down by the next sentence', () => {
  const claim = 'Ukraine will give up the Donbas, Putin said.';
  const given = read(claim)[0];

  it('is denied by whoever turns it down', () => {
    expect(given).toBe('Vladimir Putin affirms ukraine-cedes-land');
    const denied = [given, "Ukraine's government denies ukraine-cedes-land"];
    expect(read(claim, 'Kyiv has firmly rejected this condition.')).toEqual(denied);
    expect(read(`${claim} Kyiv dismissed the idea.`)).toEqual(denied);
  });

  it('is left alone where nothing is turned down, something else is, or the same man speaks', () => {
    expect(read(claim, 'Kyiv has not rejected this condition.')).toEqual([given]);
    expect(read(claim, 'Kyiv rejected the idea of a joint football team.')).toEqual([given]);
    expect(read(claim, 'Putin rejected this proposal.')).toEqual([given]);
    expect(read(claim, 'It was raining in Minsk.', 'Kyiv has firmly rejected this condition.')).toEqual([given]);
  });
});

describe('a claim taken up by the next sentence', () => {
  const claim = 'Ukraine will give up the Donbas, Putin said.';
  const given = read(claim)[0];
  const denied = [given, "Ukraine's government denies ukraine-cedes-land"];

  it('is denied by whoever calls it untrue', () => {
    expect(read(claim, 'Kyiv called this a lie.')).toEqual(denied);
    expect(read(claim, 'Kyiv dismissed the claim as “pure propaganda”.')).toEqual(denied);
    expect(read(claim, '“That is complete nonsense,” Zelenskyy said.')).toEqual([
      given,
      'Volodymyr Zelenskyy denies ukraine-cedes-land',
    ]);
  });

  it('is affirmed by whoever takes it on', () => {
    expect(read(claim, 'Kyiv has accepted this condition.')).toEqual([
      given,
      "Ukraine's government affirms ukraine-cedes-land",
    ]);
  });

  it('is left alone where nothing is taken up', () => {
    for (const next of [
      'Kyiv has not accepted this condition.',
      'Kyiv may yet be asked to accept this condition.',
      'Kyiv backed the idea of a joint football team.',
      'Kyiv called the weather nonsense.',
      '“That is a lie,” Putin said.',
      'Nobody in Kyiv lies awake at night.',
    ])
      expect(read(claim, next)).toEqual([given]);
  });
});

describe('a question of the reporter’s', () => {
  const asked = 'Will Russia accept European troops in Ukraine?';

  it('is claimed, denied or left open by whoever answers in the next sentence', () => {
    expect(read(`${asked} “Yes, they will,” Trump said.`)).toEqual([
      'Donald Trump affirms russia-accepts-western-troops',
    ]);
    expect(read(asked, '“No,” said Lavrov.')).toEqual(['Sergey Lavrov denies russia-accepts-western-troops']);
    expect(read(asked, '“Maybe,” Trump said.')).toEqual(['Donald Trump hedges russia-accepts-western-troops']);
  });

  it('is nobody’s claim where the answer evades, comes later, or answers another', () => {
    expect(read(asked, '“No comment,” said Lavrov.')).toEqual([]);
    expect(read(asked, 'It was raining in Minsk.', '“No,” said Lavrov.')).toEqual([]);
    expect(read(`“${asked}” Macron wondered.`, '“Yes,” Trump said of his lunch.')).not.toContain(
      'Donald Trump affirms russia-accepts-western-troops',
    );
  });
});

describe('a question with a clear answer', () => {
  it('is claimed or denied by whoever answers', () => {
    expect(read('When asked by journalists if he believes Putin wants peace, Trump replied, “I do.”')).toEqual([
      'Donald Trump affirms russia-wants-peace',
    ]);
    expect(read('“No,” Trump replied when asked if he believes Putin wants peace.')).toEqual([
      'Donald Trump denies russia-wants-peace',
    ]);
  });

  it('answers are told from evasions', () => {
    expect(['Yes.', 'I do', 'Absolutely, yes', 'I think so.', 'That’s right'].map(answerOf)).toEqual(
      Array(5).fill('yes'),
    );
    expect(['No.', 'Not at all', 'I don’t think so', 'Of course not'].map(answerOf)).toEqual(Array(4).fill('no'));
    expect(['We will see', 'Maybe.', 'It’s possible'].map(answerOf)).toEqual(Array(3).fill('open'));
    expect(['No comment', 'Yes and no', 'I do not know', 'Nobody'].map(answerOf)).toEqual(Array(4).fill(null));
  });
});
