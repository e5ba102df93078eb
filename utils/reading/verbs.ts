/** Words that tell who speaks: verbs of saying and of taking a position, and the nouns made of them. Facts of English. */

const list = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Verbs that report words. */
export const saying = list(
  `
said says say saying tells told tell adds added adding announced announces announce argued argues argue asked asks asserted asserts admitted admits acknowledged acknowledges
accused accuses alleged alleges affirmed affirms assured assures boasted boasts called calls cautioned cautions claimed claims commented comments complained complains
conceded concedes concluded concludes confirmed confirms contended contends countered counters declared declares demanded demands denied denies described describes
disclosed discloses emphasised emphasises emphasized emphasizes estimated estimates exclaimed explained explains expressed expresses highlighted hinted hints indicated indicates informed
insisted insists joked joked lamented maintained maintains mentioned mentions mused noted notes observed observes outlined pledged pledges pointed points posted posts predicted predicts
proclaimed promised promises proposed proposes quipped reaffirmed reaffirms reasserted recalled recalls reiterated reiterates remarked remarks repeated repeats replied replies reported reports responded responds
restated revealed reveals ruled scoffed scolded shouted signalled signaled signals slammed snapped speculated stated states stressed stresses suggested suggests summarised summarized swore testified testifies
threatened threatens tweeted tweets underlined underlines underscored underscores urged urges vowed vows warned warns welcomed welcomes wrote writes yelled
continued concurred agreed cited cites quoted tweeted tweets posted opined blasted criticised criticized blamed hailed praised mocked reckoned reckons
`.trim(),
);

/** Verbs by which somebody takes a position without words being reported; their subject is the claimant. */
export const position = list(
  `
accept accepts accepted appealed appeals backed backs believe believes believed called calls committed condemned condemns considers considered doubt doubts doubted endorsed endorses expects expected expect
favours favors favoured favored fears feared hopes hoped hope intends intended opposes opposed objects objected offered offers plans planned pressed presses pushed pushes rebuffed rebuffs refused refuses rejects rejected reject
ruled seeks sought supports supported thinks thought think trusts understands understood unveiled vetoed views viewed wants wanted want wishes wished agrees insisting saying arguing
resisted resists dismisses dismissed excludes excluded scorns scorned spurned demanding contends pleaded argues sees saw pledge promise say warn declined hailed tolerate claims counts
`.trim(),
);

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
