import { describe, expect, it } from 'vitest';
import { attribute } from '../../../utils/reading/attribution';
import { indexPeople } from '../../../utils/reading/people';
import type { Entity } from '../../../utils/types';

const person = (name: string, rest: Partial<Entity> = {}): Entity => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kind: 'person',
  gender: 'm',
  short: [name.split(' ').at(-1) as string],
  ...rest,
});

const people = indexPeople([
  person('Arne Dahl', {
    side: 'North',
    titles: [{ title: 'northern president' }, { title: 'president of northland' }],
    heads: ['president', 'leader'],
  }),
  person('Ivo Keller', {
    side: 'South',
    titles: [{ title: 'southern president' }],
    heads: ['president', 'leader'],
  }),
  person('Mara Voss', {
    gender: 'f',
    side: 'South',
    titles: [{ title: 'southern foreign minister' }],
    heads: ['foreign minister', 'minister'],
  }),
  person('Olaf Brandt', {
    side: 'West',
    titles: [{ title: 'western chancellor', to: '2025-05-06' }],
    heads: ['chancellor'],
  }),
  person('Felix Moser', {
    side: 'West',
    titles: [{ title: 'western chancellor', from: '2025-05-06' }],
    heads: ['chancellor'],
  }),
  person('Pavel Lunt', {
    side: 'North',
    titles: [{ title: 'northern spokesman' }],
    heads: ['spokesman', 'aide'],
  }),
  { id: 'northland', name: 'Northland', kind: 'institution', side: 'North', spellings: ["Northland's government"] },
  { id: 'defence', name: "Northland's Defence Ministry", kind: 'institution', side: 'North', heads: ['ministry'] },
  { id: 'isr', name: 'Institute for Strategic Reading', kind: 'institution', short: ['ISR'], heads: ['think tank'] },
  { id: 'officials', name: 'Western officials (unnamed)', kind: 'group', spellings: ['Western officials'] },
]);

function read(paragraphs: string[], date = '2025-06-01') {
  return attribute(
    paragraphs.map((text) => ({ text, kind: 'paragraph' as const })),
    people,
    date,
  );
}
/** Who speaks each sentence: the first voice in it, by name. */
const voices = (...paragraphs: string[]): (string | null)[] =>
  read(paragraphs).sentences.map((s) => s.segments.find((g) => g.speaker)?.speaker?.name ?? null);
/** Who speaks each quotation. */
const quoted = (...paragraphs: string[]): (string | null)[] =>
  read(paragraphs).quotations.map((q) => q.speaker?.name ?? null);

describe('whose words a quotation gives', () => {
  it('said before, after, inside and inverted', () => {
    expect(quoted('Dahl said: “We are ready to talk.”')).toEqual(['Arne Dahl']);
    expect(quoted('“We are ready to talk,” Dahl told reporters.')).toEqual(['Arne Dahl']);
    expect(quoted('“We are ready,” said Dahl, “and we will come.”')).toEqual(['Arne Dahl', 'Arne Dahl']);
    expect(quoted('“We are ready to talk,” promised Keller.')).toEqual(['Ivo Keller']);
    expect(quoted('“It will hold,” said the mayor of the old capital, Boris Stolz.')).toEqual(['Boris Stolz']);
  });

  it('a tag behind the last of several sentences speaks all of them', () => {
    expect(
      quoted('Keller met the press.', '“I would have stopped it. Dahl wants to settle. We will see,” he said.'),
    ).toEqual(['Ivo Keller']);
    expect(
      voices('Keller met the press.', '“I would have stopped it. Dahl wants to settle. We will see,” he said.').slice(
        1,
      ),
    ).toEqual(['Ivo Keller', 'Ivo Keller', 'Ivo Keller']);
  });

  it('goes on in the next paragraph', () => {
    expect(quoted('“We met for an hour,” Dahl said. “It was useful.', '“We will meet again.”')).toEqual([
      'Arne Dahl',
      'Arne Dahl',
      'Arne Dahl',
    ]);
  });

  it('a few quoted words, also without a verb of saying', () => {
    expect(quoted('Keller called the plan “frank” and “quite useful”.')).toEqual(['Ivo Keller', 'Ivo Keller']);
    expect(quoted('Keller spoke at noon.', 'The talks, described as “useful” by Dahl, ended early.')).toEqual([
      'Arne Dahl',
    ]);
    expect(quoted('The call, first announced by Dahl on Friday, was described by Keller as “frank”.')).toEqual([
      'Ivo Keller',
    ]);
  });

  it('verbs with a thing said as their object, and infinitives that report', () => {
    expect(voices('Dahl met the press.', 'He also referenced good news from the talks.')).toEqual([null, 'Arne Dahl']);
    expect(voices('Dahl met the press.', 'He went on to claim that the talks were over.')).toEqual([null, 'Arne Dahl']);
    expect(voices('Keller disagreed: no deal was near.')).toEqual(['Ivo Keller']);
  });

  it('a pronoun after a sentence about somebody’s words means that somebody', () => {
    expect(
      voices(
        'Lunt could not confirm it.',
        'While the details stay unclear, Dahl’s remarks show his wish to play a part.',
        'He has vowed to end the war in a day.',
      ),
    ).toEqual(['Pavel Lunt', null, 'Arne Dahl']);
  });

  it('a name behind a dash', () => {
    expect(quoted('“Voss told us nothing. She never does. Nobody knows.” ― Nina Alder, teacher')).toEqual([
      'Nina Alder',
    ]);
  });

  it('the subject of a participle is that of its clause', () => {
    expect(quoted('Dahl attacked Voss for the delay, saying, “She never answers the phone.”')).toEqual(['Arne Dahl']);
  });

  it('the clause behind a quotation may be about somebody else', () => {
    expect(quoted('Asked about it, Dahl said, “That makes me smart,” when Keller complained about the tax.')).toEqual([
      'Arne Dahl',
    ]);
  });

  it('a relative of the person named', () => {
    expect(quoted("“Vote for him!” Dahl's niece, councillor Rita Holm, said.")).toEqual(['Rita Holm']);
  });
});

describe('who claims a sentence', () => {
  it('according to, in the view of, by the count of', () => {
    expect(voices('Under the plan, Northland would disarm, according to Mara Voss, who leads the team.')).toEqual([
      'Mara Voss',
    ]);
    expect(voices('The promise is a bluff, in the view of Ivo Keller.')).toEqual(['Ivo Keller']);
    expect(voices("The total was 40, by Keller's count.")).toEqual(['Ivo Keller']);
  });

  it('a tag in the middle', () => {
    expect(voices('Dahl, Keller told the host, would never agree to that.')).toEqual(['Ivo Keller']);
  });

  it('the one told is not the one who tells', () => {
    expect(voices('Dahl told Keller that the army would stay.')).toEqual(['Arne Dahl']);
  });

  it('a claim named by a noun is its owner’s, unless somebody turns it down', () => {
    const all = (text: string) => read([text]).sentences.flatMap((x) => x.segments.map((g) => g.speaker?.name ?? null));
    expect(all("Dahl said Keller's suggestion that the army would leave was absurd.")).toEqual([
      'Arne Dahl',
      'Ivo Keller',
    ]);
    expect(all('Dahl said remarks by Keller, including a claim that the army would leave, were absurd.')).toEqual([
      'Arne Dahl',
      'Ivo Keller',
      'Arne Dahl',
    ]);
    expect(all("Dahl said he rejected Keller's claim that the army would leave.")).toEqual(['Arne Dahl']);
    expect(all("Dahl denied Keller's claim that the army would leave.")).toEqual(['Arne Dahl']);
  });

  it('somebody who is asked does not ask, and a question claims nothing', () => {
    expect(voices('An aide, asked whether Dahl had called Keller, said that nothing was planned.')).toEqual([
      'aide (unnamed)',
    ]);
    expect(voices('Asked whether Dahl had called Keller, Voss said that the army would leave.')).toEqual(['Mara Voss']);
  });

  it('"praised Y and said": both verbs have one subject', () => {
    expect(voices('Dahl praised Keller and said that the army would leave.')).toEqual(['Arne Dahl']);
    expect(voices('Dahl met Keller, and Voss said that the army would leave.')).toEqual(['Mara Voss']);
  });

  it('the one talked about is not the claimant', () => {
    expect(voices('Dahl said Keller would accept observers.')).toEqual(['Arne Dahl']);
  });

  it('a description with its name behind a comma', () => {
    expect(voices('The northern spokesman, Pavel Lunt, said no date was set.')).toEqual(['Pavel Lunt']);
    expect(voices("Pavel Lunt, Northland's spokesman, said no date was set.")).toEqual(['Pavel Lunt']);
  });

  it('two speakers in one sentence', () => {
    const [sentence] = read(['Dahl said he wanted a deal, but Keller said the offer was empty.']).sentences;
    expect(sentence?.segments.map((s) => s.speaker?.name)).toEqual(['Arne Dahl', 'Ivo Keller']);
    const [other] = read(['Dahl said the truce held; Voss denied it.']).sentences;
    expect(other?.segments.map((s) => s.speaker?.name)).toEqual(['Arne Dahl', 'Mara Voss']);
  });

  it('an outlet that passes words on is not the claimant', () => {
    expect(voices('Dahl has accused Keller of stalling, a state news agency reported.')).toEqual(['Arne Dahl']);
  });

  it('a spokesman who passes on what his president said is not the claimant', () => {
    expect(voices('Dahl told Keller that the army would stay, Lunt said.')).toEqual(['Arne Dahl']);
  });

  it('colon and transcript', () => {
    expect(voices('Dahl was drier: any ultimatum was out of place.')).toEqual(['Arne Dahl']);
    expect(voices('VOSS: There is no deadline. There never was one. We have time.')).toEqual([
      'Mara Voss',
      'Mara Voss',
      'Mara Voss',
    ]);
  });

  it('goes on without attribution where the tense is shifted back', () => {
    expect(voices('The army would leave, Dahl said. There would be no second offer.')).toEqual([
      'Arne Dahl',
      'Arne Dahl',
    ]);
    expect(voices('The army would leave, Dahl said. A bomb fell on the harbour at dawn.')).toEqual(['Arne Dahl', null]);
  });

  it('unnamed people, and nobody', () => {
    expect(voices('The offer is dead, Western officials said.')).toEqual(['Western officials (unnamed)']);
    expect(voices('The offer is dead, an aide said.')).toEqual(['aide (unnamed)']);
    expect(voices('Rain fell on the harbour all night.')).toEqual([null]);
  });

  it('texts speak for whoever made them, and only for them', () => {
    expect(voices('An ISR assessment published this week shows that the front is stuck.')).toEqual([
      'Institute for Strategic Reading',
    ]);
    expect(voices('The text says nobody in Northland is to blame.')).toEqual([null]);
  });

  it('somebody speaking for a body', () => {
    expect(voices("The depot was empty, a spokesman for Northland's defense ministry said.")).toEqual([
      "Northland's Defence Ministry",
    ]);
  });
});

describe('pronouns and titles', () => {
  it('in a tag, "he" is nobody named in the words it reports', () => {
    expect(voices('Keller met the press.', 'The northern president must come to the table, he told leaders.')).toEqual([
      null,
      'Ivo Keller',
    ]);
    expect(quoted('Keller met the press.', '“Dahl would have gone in anyway,” he said.')).toEqual(['Ivo Keller']);
  });

  it('a fronted phrase does not give the subject', () => {
    expect(voices('Keller arrived.', 'After two days with Arne Dahl he said the gap was wide.')).toEqual([
      null,
      'Ivo Keller',
    ]);
  });

  it('he and she', () => {
    expect(voices('Keller met Mara Voss. She said the talks were over. He said nothing was over.')).toEqual([
      null,
      'Mara Voss',
      'Ivo Keller',
    ]);
  });

  it('"the president" is the one in focus, "his president" the one on his side', () => {
    expect(voices('Dahl spoke for an hour. The president said the army would stay.')).toEqual([null, 'Arne Dahl']);
    expect(voices('Lunt met reporters. His president said no, and that was final.')).toEqual([null, 'Arne Dahl']);
  });

  it('they and it stand for bodies', () => {
    expect(voices("Northland's Defence Ministry denied the raid. It said the depot was empty.")).toEqual([
      "Northland's Defence Ministry",
      "Northland's Defence Ministry",
    ]);
    expect(voices('Western officials denied the raid. They said the depot was empty.')).toEqual([
      'Western officials (unnamed)',
      'Western officials (unnamed)',
    ]);
  });

  it('a title belongs to whoever held it on the day', () => {
    const chancellor = (date: string) =>
      read(['The western chancellor said the money was there.'], date).sentences[0]?.segments[0]?.speaker?.name;
    expect(chancellor('2025-05-05')).toBe('Olaf Brandt');
    expect(chancellor('2025-05-06')).toBe('Felix Moser');
    const bare = (date: string) =>
      read(['The chancellor said the money was there.'], date).sentences[0]?.segments[0]?.speaker?.name;
    expect(bare('2025-05-05')).toBe('Olaf Brandt');
    expect(bare('2025-05-20')).toBe('Felix Moser');
  });
});

describe('shape', () => {
  it('odd input does no harm, and a list without a full stop is nobody’s sentence', () => {
    expect(quoted('', '“', '— ', '"', ':', '’s said', 'he said')).toEqual([]);
    expect(voices(Array.from({ length: 200 }, () => 'Dahl said Keller left').join(' and '))).toEqual([null]);
  });

  it('the segments of a sentence cover it without gaps', () => {
    const { sentences } = read([
      '“We are ready,” said Dahl, “and we will come,” but Keller said the offer was “empty”; Voss left.',
    ]);
    for (const s of sentences) {
      expect(s.segments[0]?.start).toBe(s.start);
      expect(s.segments.at(-1)?.end).toBe(s.end);
      const ends = s.segments.slice(0, -1).map((g) => g.end);
      expect(s.segments.slice(1).map((g) => g.start)).toEqual(ends);
    }
  });

  // Eight times the text may take four times eight where memory is short; a quadratic reading would take 64.
  it('grows linearly with the text', () => {
    const paragraph = '“We are ready to talk,” Dahl told reporters. He said Keller would come, but Voss denied it.';
    const time = (n: number): number => {
      const text = Array.from({ length: n }, () => paragraph);
      const from = process.cpuUsage();
      read(text);
      return process.cpuUsage(from).user;
    };
    time(200);
    const few = Math.min(time(200), time(200), time(200));
    const many = Math.min(time(1600), time(1600));
    expect(many / few).toBeLessThan(8 * 4);
  });
});
