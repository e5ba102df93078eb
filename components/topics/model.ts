/** Who said what when: statements as rows of points over time, with the turns between them. Pure. */
import type { Figure, Proposition, Stance, Statement } from '../../utils/types';

export interface Point {
  statement: Statement;
  date: string;
  stance: Stance;
  /** The number that was given, on a claim about one. */
  figure?: Figure;
  /** What this is a reversal of: the same speaker's last clear stance, which was the opposite. */
  reverses: Statement | null;
}

export interface TopicRow {
  /** A proposition's id or a speaker's name. */
  id: string;
  name: string;
  /** The name in fewer words, where there are any. */
  short: string;
  /** Role or group, for a second line. */
  about: string;
  /** Oldest first. */
  points: Point[];
  tally: Record<Stance, number>;
  reversals: number;
}

type Claim = Pick<Proposition, 'id' | 'claim' | 'label' | 'windowDays'>;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const opposite: Partial<Record<Stance, Stance>> = { affirms: 'denies', denies: 'affirms' };

/**
 * One speaker's statements on one claim → points with reversals. A claim about an occasion (`windowDays`) can only be
 * reversed within that time; a stance that leaves open reverses nothing and is no obstacle to a reversal.
 */
export function pointsOf(statements: readonly Statement[], claim: Claim): Point[] {
  const points = statements
    .flatMap((statement) =>
      statement.readings
        .filter((reading) => reading.proposition === claim.id)
        .map(
          ({ stance, figure }): Point => ({
            statement,
            date: statement.date,
            stance,
            ...(figure ? { figure } : {}),
            reverses: null,
          }),
        ),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.statement.id.localeCompare(b.statement.id));
  let last: Point | null = null;
  for (const point of points) {
    if (point.stance === 'hedges') continue;
    if (last && opposite[last.stance] === point.stance && last.statement.id !== point.statement.id) {
      const inTime = claim.windowDays === undefined || days(last.date, point.date) <= claim.windowDays;
      // On one day nobody knows which came first.
      if (inTime && last.date !== point.date) point.reverses = last.statement;
    }
    last = point;
  }
  return points;
}

function rowOf(id: string, [name, short]: readonly [string, string], about: string, points: Point[]): TopicRow {
  const tally: TopicRow['tally'] = { affirms: 0, denies: 0, hedges: 0 };
  for (const { stance } of points) tally[stance] += 1;
  return { id, name, short, about, points, tally, reversals: points.filter((point) => point.reverses).length };
}

const byWeight = (a: TopicRow, b: TopicRow): number =>
  b.points.length - a.points.length || b.reversals - a.reversals || a.name.localeCompare(b.name);

/** A person: a row for each claim they spoke of, those most spoken of first. Unknown claims are left out. */
export function speakerRows(statements: readonly Statement[], claims: readonly Claim[]): TopicRow[] {
  return claims
    .map((claim) => rowOf(claim.id, [claim.claim, claim.label ?? claim.claim], '', pointsOf(statements, claim)))
    .filter((row) => row.points.length > 0)
    .sort(byWeight);
}

/** A claim: a row for each speaker who took a stance on it, those who spoke most first; `nameOf` and `aboutOf` say who one was. */
export function claimRows(
  statements: readonly Statement[],
  claim: Claim,
  aboutOf: (statement: Statement) => string,
  nameOf: (speaker: string) => string = (speaker) => speaker,
): TopicRow[] {
  const bySpeaker = new Map<string, Statement[]>();
  for (const statement of statements) {
    const own = bySpeaker.get(statement.speaker);
    if (own) own.push(statement);
    else bySpeaker.set(statement.speaker, [statement]);
  }
  return [...bySpeaker]
    .map(([speaker, own]) => {
      const newest = own.reduce((a, b) => (b.date > a.date ? b : a));
      const name = nameOf(speaker);
      return rowOf(speaker, [name, name], aboutOf(newest), pointsOf(own, claim));
    })
    .filter((row) => row.points.length > 0)
    .sort(byWeight);
}

export interface TableLine extends Point {
  row: TopicRow;
}

/** Every point of every row, newest first or last: the table behind the plot. */
export const linesOf = (rows: readonly TopicRow[], oldestFirst: boolean): TableLine[] =>
  rows
    .flatMap((row) => row.points.map((point) => ({ ...point, row })))
    .sort((a, b) => (oldestFirst ? 1 : -1) * a.date.localeCompare(b.date));
