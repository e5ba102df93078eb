/** Base forms of English words: a short table of irregular forms, and suffix rules that may offer several candidates. */

const irregular: Record<string, string> = {};
for (const row of `be am is are was were been being|have has had having|do does did done doing|say said|go went gone goes|get got gotten|give gave given
take took taken|make made|come came|see saw seen|know knew known|think thought|tell told|become became|leave left|feel felt|put putting|bring brought
begin began begun beginning|keep kept|hold held|write wrote written writing|stand stood|hear heard|let letting|mean meant|set setting|meet met|run ran running
pay paid|sit sat sitting|speak spoke spoken|lie lay|lead led|grow grew grown|lose lost losing|fall fell fallen|send sent|build built|understand understood
draw drew drawn|break broke broken|spend spent|cut cutting|rise rose risen rising|drive drove driven driving|buy bought|wear wore|choose chose chosen choosing
seek sought|fight fought|win won winning|find found|catch caught|deal dealt|sell sold|teach taught|shake shook shaken|strike struck striking|forget forgot forgotten
withdraw withdrew withdrawn|shoot shot|bear bore borne|forbid forbade forbidden|freeze froze frozen freezing|steal stole stolen|show shown|swear swore sworn
undertake undertook undertaken|overcome overcame|foresee foresaw foreseen|bind bound|lay laid|quit quitting|die dying|tie tying|swap swapping swapped
talk talks talked talking|good better best|bad worse worst|far farther further|near nearer nearest|close closer closest|man men|woman women|child children|person people
cannot can|wo will|uphold upheld|withhold withheld|backpedal backpedalled|veto vetoes vetoed|halve halves halved|life lives|half halves|forgo forwent forgone
rebuild rebuilt|retake retook retaken|overrun overran|overthrow overthrew overthrown|overtake overtook overtaken|oversee oversaw overseen|override overrode overridden
repay repaid|rewrite rewrote rewritten|rethink rethought|resell resold|withstand withstood|undergo underwent undergone|undo undid undone|arise arose arisen
mislead misled|mistake mistook mistaken|misunderstand misunderstood|forgive forgave forgiven|foretell foretold|flee fled|fly flew flown|throw threw thrown
blow blew blown|hang hung|hide hid hidden|ride rode ridden|shrink shrank shrunk|sink sank sunk|slide slid|stick stuck|sweep swept|swing swung|tear tore torn
wake woke woken|feed fed|lend lent|dig dug|spin spun|eat ate eaten|drink drank|cling clung|bleed bled|weave wove woven|sleep slept|creep crept|outdo outdid outdone`
  .split(/[\n|]/)
  .map((line) => line.trim().split(/\s+/))) {
  const [base, ...forms] = row;
  for (const form of forms) if (base) irregular[form] = base;
}

/**
 * The forms under which a lower-case word may be looked up: itself, then every base form it may have.
 * Rules rather than a dictionary, so "ceding" gives both "ced" and "cede": a form that no cue names does no harm.
 */
export function lemmas(word: string): string[] {
  const out = [word];
  const base = irregular[word];
  if (base) out.push(base);
  if (word.length < 4 || base) return out;
  if (word.endsWith('ies')) out.push(`${word.slice(0, -3)}y`);
  else if (/(ss|sh|ch|x|z|o)es$/.test(word)) out.push(word.slice(0, -2), word.slice(0, -1));
  else if (/[^su]s$/.test(word)) out.push(word.slice(0, -1));
  else if (word.endsWith('ied')) out.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith('ed')) stem(word.slice(0, -2), out);
  else if (word.endsWith('ing') && word.length > 5) stem(word.slice(0, -3), out);
  else if (word.endsWith("'s")) out.push(word.slice(0, -2));
  return out;
}

/** "noted" is no form of "not": function words are nobody's base form. */
const never = new Set(['not', 'us', 'no', 'on', 'it', 'his', 'has', 'th', 'her', 'hop', 'rat', 'war', 'who']);

function stem(rest: string, out: string[]): void {
  if (!never.has(rest)) out.push(rest);
  out.push(`${rest}e`);
  const last = rest.at(-1);
  if (rest.length > 3 && last === rest.at(-2) && last !== undefined && !'ls'.includes(last))
    out.push(rest.slice(0, -1));
  else if (rest.length > 4 && rest.endsWith('ll')) out.push(rest.slice(0, -1));
}
