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
  volunteer let clarify elaborate chide rail fume jeer taunt brush wave sigh grumble mutter laugh growl protest chant sing implore plead beg vent lash marvel
  enthuse reason theorize theorise surmise cry chime chuckle whisper drawl sneer sniff crow gush groan moan counsel advise pronounce certify attest testify preach blog email text phone reproach rebut deadpan float lecture
  interject interrupt figure document log list calculate answer brag voice shrug reference decry detail tout disagree relay allude bemoan`.trim(),
);

/** Verbs by which somebody takes a position without words being reported; their subject is the claimant. Base forms. */
const position = list(
  `accept appeal back believe commit condemn consider doubt endorse expect favour favor fear hope intend oppose object offer plan press push rebuff refuse reject seek support think
  trust understand unveil veto view want wish resist dismiss exclude scorn spurn plead see decline tolerate back demand disown disavow entertain contemplate insist prefer aim agree
  rule forswear renounce pencil commend regard believe worry deem reckon imagine assess`.trim(),
);

/** Of these only the inflected form tells: their base form is as often a noun. */
const nouny = list(
  'answer voice shrug document log list figure text email phone blog float text cry allow hold claim report call plan offer demand hope note point post state comment record count put find view back quote press push doubt fear wish trust aim rule praise veto object appeal support question highlight signal report estimate rate brand wave brush let see think judge welcome reference detail relay',
);
const helping = list(
  "do does did not never nor will would could can may might must should to has have had n't don't doesn't didn't won't wouldn't can't",
);
const personal = list('i we you they');
/** Behind these a base form is a verb: "generals claim". */
const many = list(
  'officials sources analysts experts critics observers supporters opponents lawmakers senators diplomats generals commanders researchers residents aides advisers leaders ministers',
);

export type VerbKind = 'say' | 'position';

const formOf = (word: string, base: ReadonlySet<string>): boolean => lemmas(word).some((form) => base.has(form));

/** Words kept with what they can be: more than English news has. */
const MOST_KEPT = 50_000;
const kept = new Map<string, VerbKind | null>();

/** What kind of claiming verb a word can be a form of. */
function kindOf(word: string): VerbKind | null {
  let kind = kept.get(word);
  if (kind === undefined) {
    kind = formOf(word, saying) ? 'say' : formOf(word, position) ? 'position' : null;
    if (kept.size < MOST_KEPT) kept.set(word, kind);
  }
  return kind;
}

/** "spoke of", "made it clear", "was sure": claiming in several words. */
const loosely = list(
  'taking takes took spoke speaks made makes went goes played plays is was are were seemed sounded remained',
);
function loose(words: readonly { low: string }[], at: number): boolean {
  if (!loosely.has((words[at] as { low: string }).low)) return false;
  const low = (i: number): string => words[i]?.low ?? '';
  // "took the delay as proof that …"
  if (/^(?:taking|takes|took)$/.test(low(at)))
    return [2, 3, 4, 5, 6, 7, 8, 9].some(
      (n) => low(at + n) === 'as' && /^(?:proof|evidence|confirmation)$/.test(low(at + n + 1)),
    );
  if (/^(?:spoke|speaks)$/.test(low(at))) return low(at + 1) === 'of';
  if (/^(?:went|goes)$/.test(low(at))) return low(at + 1) === 'on' && !/^(?:to|a|an|the|for|with)$/.test(low(at + 2));
  if (/^(?:played|plays)$/.test(low(at))) return low(at + 1) === 'down';
  if (/^(?:made|makes)$/.test(low(at)))
    return (
      /^(?:clear|plain)$/.test(low(at + 1)) || (low(at + 1) === 'it' && /^(?:clear|plain|known)$/.test(low(at + 2)))
    );
  if (/^(?:is|was|are|were|seemed|sounded|remained)$/.test(low(at)))
    return (
      /^(?:sure|certain|convinced|adamant|skeptical|sceptical|optimistic|pessimistic|hopeful|confident|doubtful|unsure)$/.test(
        low(at + 1),
      ) ||
      (/^(?:not|less|more|very|quite)$/.test(low(at + 1)) &&
        /^(?:sure|certain|convinced|optimistic|hopeful|confident)$/.test(low(at + 2)))
    );
  return false;
}

/** A word that may be a verb. */
export interface Verbal {
  low: string;
  /** What it was found to be in its sentence: asked for again and again. */
  verb?: VerbKind | null | undefined;
}

/** What kind of claiming verb stands at a word, if it is one there: nouns and bare infinitives are none. */
export function verbKind(words: readonly Verbal[], at: number): VerbKind | null {
  const word = words[at] as Verbal;
  if (word.verb === undefined) word.verb = judge(words, at);
  return word.verb;
}

/** What stands before an infinitive that reports: "went on to say", "was quick to add". */
export const leading =
  /^(?:hastened|likes?|liked|on|quick|rushed|hurried|continued|careful|began|fond|keen|forced|ready)$/;

function judge(words: readonly { low: string }[], at: number): VerbKind | null {
  const word = (words[at] as { low: string }).low;
  if (loose(words, at)) return 'say';
  const kind = kindOf(word);
  if (!kind) return null;
  const before = [1, 2, 3].map((back) => words[at - back]?.low ?? '');
  // "went on to claim", "was quick to answer"
  const led = before[0] === 'to' && leading.test(before[1] ?? '');
  const helped = led || before.some((w) => helping.has(w) && w !== 'to');
  const base = saying.has(word) || position.has(word);
  if (word === 'put' && !/^(?:to|the|a|an|is|are|was|were|be|been)$/.test(before[0] ?? '')) return kind;
  if (
    base &&
    !helped &&
    !many.has(before[0] ?? '') &&
    !(personal.has(before[0] ?? '') || (!nouny.has(word) && !/^(?:the|a|an|of)$/.test(before[0] ?? '')))
  )
    return null;
  if (base && nouny.has(word) && !helped && !many.has(before[0] ?? '')) return null;
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
  'chanting shouting singing quoting promising vowing describing pledging announcing asserting asking writing posting tweeting replying joking concluding responding repeating reiterating explaining recalling urging accusing acknowledging conceding boasting predicting saying adding arguing insisting demanding claiming warning stressing noting telling writing suggesting declaring calling ruling describing',
);

/** Is the word a verb that opens a claim of its own, so that a subject further left is another verb's? */
export const clauseVerb = (words: readonly Verbal[], at: number): boolean => verbKind(words, at) !== null;

/** Any form of a verb of saying, for names that are known only by what they do. */
export const speaks = (word: string): boolean => kindOf(word) === 'say' && !saying.has(word);

/** Nouns that stand for a claim: "Moscow's refusal", "Trump's claim that". */
export const claimNouns = list(
  'refusal insistence suggestion claim claims assertion demand demands rejection denial warning threat promise pledge vow offer statement statements remarks comments words call appeal',
);

export const auxiliaries = list(
  'has have had is are was were be been being will would can could may might must should do does did not never also later again repeatedly previously already still long just then now once often since earlier recently once firmly flatly reportedly consistently publicly privately twice himself herself itself themselves largely so far initially separately meanwhile however',
);

/** Verbs that no speaker follows: "told X" names the hearer. */
const hearing = list(
  'tell remind inform thank urge ask assure call quote cite blame accuse criticise criticize describe praise mock hail brand dub rate judge let put find see count credit',
);
/** These turn around even behind no comma or quotation: "said Trump". */
const turning = list(
  'said says added adds wrote writes replied explained explains noted notes continued declared stated announced concluded remarked observed',
);

/** May the speaker stand at the verb's right: “…,” promised X? `parted`: a comma, dash or quotation goes right before. */
export function inverts(words: readonly { low: string }[], at: number, parted: boolean): boolean {
  const word = (words[at] as { low: string }).low;
  if (turning.has(word)) return true;
  return parted && (word === 'asked' || (!/ing$/.test(word) && speaks(word) && !formOf(word, hearing)));
}

/** Boundaries after which another voice may take over. */
export const turns = list('but while whereas although though ; yet');
