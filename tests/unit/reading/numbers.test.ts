import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../utils/reading/figures';
import { findNumbers } from '../../../utils/reading/numbers';

const numbers = (text: string): unknown[] =>
  findNumbers(text).map((n) => [text.slice(n.start, n.end), n.low, n.high, n.kind]);

describe('findNumbers', () => {
  it.each([
    ['some 5,000 a week', [['5,000', 5000, 5000, 'count']]],
    ['25,000 to 30,000 soldiers', [['25,000 to 30,000', 25000, 30000, 'count']]],
    ['between 60 and 70 percent', [['60 and 70 percent', 60, 70, 'percent']]],
    ['about 90 per cent of the points', [['90 per cent', 90, 90, 'percent']]],
    ['$350bn', [['$350bn', 350e9, 350e9, 'money']]],
    ['175 billion euros', [['175 billion euros', 175e9, 175e9, 'money']]],
    ['nearly a fifth of the country', [['a fifth', 20, 20, 'percent']]],
    ['one in three of them', [['one in three', 33, 33, 'percent']]],
    ['one in four of them', [['one in four', 25, 25, 'percent']]],
    ['two-thirds of them', [['two-thirds', 67, 67, 'percent']]],
    ['one million soldiers', [['one million', 1e6, 1e6, 'count']]],
    ['two or three weeks', [['two or three', 2, 3, 'count']]],
  ])('%s', (text, expected) => expect(numbers(text)).toEqual(expected));

  it('takes no date or year for an amount', () => {
    expect(findNumbers('On February 24, 2022').every((n) => n.idle)).toBe(true);
  });
});

describe('figureOf', () => {
  const figure = (text: string, unit: string): unknown => figureOf(findNumbers(text)[0]!, text, { kind: 'k', unit });
  it('turns a weekly rate into a monthly one', () =>
    expect(figure('5,000 young people every single week are being killed', 'soldiers per month')).toMatchObject({
      value: 21800,
      said: '5,000',
    }));
  it.each([
    ['8,000 soldiers were killed last week', 34800],
    ['25,000 soldiers died in the war last month.', 25000],
    ['Last month 25,000 soldiers died', 25000],
    ['In the past week alone, 7,000 soldiers were killed', 30400],
  ])('takes what one period took for a rate: %s', (text, value) =>
    expect(figure(text, 'soldiers per month')).toMatchObject({ value }),
  );
  it.each([
    'Some 25,000 soldiers have been killed since last month',
    '25,000 soldiers were killed, a report said last month',
    'In an interview last month he spoke of 25,000 dead soldiers',
  ])('and not what was only told or began then: %s', (text) => expect(figure(text, 'soldiers per month')).toBeNull());
  it('keeps a range', () =>
    expect(figure('25,000 to 30,000 killed per month', 'soldiers per month')).toMatchObject({
      low: 25000,
      high: 30000,
    }));
  it('turns euros into dollars', () =>
    expect(figure('100 billion euros in aid', 'US dollars')).toMatchObject({ value: 110e9 }));
  it('refuses a count where a share is asked for', () => expect(figure('90 tanks', 'percent')).toBeNull());
  it('refuses a total where a rate is asked for', () =>
    expect(figure('55,000 soldiers were killed', 'soldiers per month')).toBeNull());
});
