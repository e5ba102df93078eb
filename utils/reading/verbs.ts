import { lemmas } from './lemmas';

/** Words that tell who speaks: verbs of saying and of taking a position, and the nouns made of them. Facts of English. */

const list = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Verbs that report words, in their base form. */
const saying = list(
  `say tell add announce argue ask assert admit acknowledge accuse allege affirm assure boast call caution claim comment complain concede conclude confirm contend counter
  declare demand deny describe disclose emphasise emphasize estimate exclaim explain express highlight hint indicate inform insist joke lament maintain mention muse note observe
  outline pledge point post predict proclaim promise propose quip reaffirm reassert recall reiterate remark repeat reply report respond restate reveal rule scoff scold shout
  signal slam snap speculate state stress suggest summarise summarize swear testify threaten tweet underline underscore urge vow warn welcome write yell continue concur agree cite
  quote opine blast criticise criticize blame hail praise mock reckon ridicule dispute wonder record credit count find put venture intimate retort enthuse tell brand dub rate judge
  volunteer let clarify elaborate chide rail fume jeer taunt brush wave`.trim(),
);

/** Verbs by which somebody takes a position without words being reported; their subject is the claimant. Base forms. */
const position = list(
  `accept appeal back believe commit condemn consider doubt endorse expect favour favor fear hope intend oppose object offer plan press push rebuff refuse reject seek support think
  trust understand unveil veto view want wish resist dismiss exclude scorn spurn plead see decline tolerate back demand disown disavow entertain contemplate insist prefer aim agree
  rule forswear renounce pencil commend`.trim(),
);

/** Of these only the inflected form tells: their base form is as often a noun. */
const nouny = list(
  'claim report call plan offer demand hope note point post state comment record count put find view back quote press push doubt fear wish trust aim rule praise veto object appeal support question highlight signal report estimate rate brand wave brush let see think judge welcome',
);
const helping = list(
  "do does did not never nor will would could can may might must should to has have had n't don't doesn't didn't won't wouldn't can't",
);
const personal = list('i we you they');

const formOf = (word: string, base: ReadonlySet<string>): boolean => {
  if (!formsOf.has(word)) formsOf.set(word, lemmas(word));
  return (formsOf.get(word) as string[]).some((form, i) => (i === 0 ? base.has(form) : base.has(form)));
};
const formsOf = new Map<string, string[]>();

export type VerbKind = 'say' | 'position';

/** What kind of claiming verb stands at a word, if it is one there: nouns and bare infinitives are none. */
export function verbKind(words: readonly { low: string }[], at: number): VerbKind | null {
  const word = (words[at] as { low: string }).low;
  const kind = formOf(word, saying) ? 'say' : formOf(word, position) ? 'position' : null;
  if (!kind) return null;
  const before = [1, 2, 3].map((back) => words[at - back]?.low ?? '');
  const helped = before.some((w) => helping.has(w) && w !== 'to');
  const base = saying.has(word) || position.has(word);
  if (
    base &&
    !helped &&
    !(personal.has(before[0] ?? '') || (!nouny.has(word) && !/^(?:the|a|an|of)$/.test(before[0] ?? '')))
  )
    return null;
  if (base && nouny.has(word) && !helped && !/^(?:put|quote)$/.test(word)) return null;
  // "is seeking" claims; "officials seeking" only describes. Some participles open a reported clause of their own.
  if (
    /ing$/.test(word) &&
    !/^(?:is|are|was|were|be|been)$/.test(before[0] ?? '') &&
    !/^(?:is|are|was|were)$/.test(before[1] ?? '') &&
    !reporting.has(word)
  )
    return null;
  return kind;
}

const reporting = list(
  'saying adding arguing insisting demanding claiming warning stressing noting telling writing suggesting declaring calling ruling describing',
);

/** Is the word a verb that opens a claim of its own, so that a subject further left is another verb's? */
export const clauseVerb = (words: readonly { low: string }[], at: number): boolean => verbKind(words, at) !== null;

/** Any form of a verb of saying, for names that are known only by what they do. */
export const speaks = (word: string): boolean => formOf(word, saying) && !saying.has(word);

/** Nouns that stand for a claim: "Moscow's refusal", "Trump's claim that". */
export const claimNouns = list(
  'refusal insistence claim claims assertion demand demands rejection denial warning threat promise pledge vow offer statement statements remarks comments words call appeal',
);

export const auxiliaries = list(
  'has have had is are was were be been being will would can could may might must should do does did not never also later again repeatedly previously already still long just then now once often since earlier recently once firmly flatly reportedly consistently publicly privately twice himself herself itself themselves largely so far initially separately meanwhile however',
);

/** A verb of saying at whose right the speaker may stand: “…,” said Trump. */
export const inverting = list(
  'said says added adds wrote writes replied explained explains noted notes continued asked declared stated argued insisted warned announced concluded remarked recalled told observed stressed quipped posted tweeted agreed admitted claimed according',
);

/** Boundaries after which another voice may take over. */
export const turns = list('but while whereas although though ; yet');
