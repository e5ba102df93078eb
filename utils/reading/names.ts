/** People whom the pack does not know, found by their capitals: "campaign spokesman Brian Fallon". */
import type { Entity } from '../types';

const list = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Capitalised words that begin no name. */
const common = list(
  'Analyst Analysts Researcher Member Members Notary Captain Lawmaker Energy Economy Finance Foreign Defense Defence Economist Historian Political Expert Farmer Driver Envoy Adviser Advisor Aide Lawyer Colonel Lieutenant Major Sergeant Admiral Bookies Generals Historians Senior Chief Top Either Neither Nor Near Such Might Could Would Should Did Does Do Has Have Had Is Are Was Were Will Can Must Let Only Later Among Inside Outside Across Under Over Between Through Throughout During Despite Like Unlike Behind Beyond About Against Around Instead Perhaps Maybe Never Always Often Sometimes Commissioner Ambassador Professor Judge Justice Mayor Chairman Chairwoman Director Spokesman Spokeswoman Villages Soldiers Officials Aides Troops Forces Black Red White Blue Hall Ministers Leaders Lawmakers Talks Peace War Sens Senators Nobody Everybody Everyone Someone Nothing Something Everything Well Indeed Oh Okay OK Yeah Sure Sorry Thanks Please Good Great Right Wrong The A An In On At It He She They We You I His Her Its Their Our My This That These Those There Here But And Or So If When While After Before As For From By With Without Of To Into Not No Yes Now Then Also Still Yet Even Just Once Since Until Although Though Because However Meanwhile Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Mr Mrs Ms Dr Sir Lord Republican Republicans Democrat Democrats Democratic American Americans European Europeans British French German Chinese Western Northern Southern Eastern Christian Catholic Jewish Muslim God Internet What Why How Who Where Which Asked Speaking According Earlier Later Today Yesterday Tomorrow Last Next First Second Both Many Most Some All Any Each Every Few Other Another One Two Three Four Five Six Seven Eight Nine Ten President Prime Minister Senator Congressman Secretary General Governor Chancellor Former Vice Deputy Queen Pope Saint New North South East West White House Senate Congress Party Court State States United Kingdom Union Department Ministry Office Street News Times Post Journal Press Television TV Radio Reuters University Institute Center Centre College School Committee Council Commission Agency Foundation Association Company Group Bank Fund Inc Corp Ltd National International Federal Central Supreme Security Nations Treaty Army Navy Air Force Police Fox CNN NBC CBS ABC BBC MSNBC',
);
const particles = list('de la del der van von bin al el da di du le dos');
/** A word that marks what goes before or after as an organisation or a place, not a person. */
const body =
  /^(?:Party|Court|House|Senate|Department|Ministry|Office|Street|News|Times|Post|Journal|University|Institute|Center|Centre|College|School|Committee|Council|Commission|Agency|Foundation|Association|Company|Group|Bank|Fund|Union|States|Kingdom|Nations|City|County|Island|River|Sea|Beach|Airport|Hall|Tower|Act|War|Medal|Ministry|Service|Staff|Directorate|Corporation|Society|Assembly|Parliament|Congress|Cabinet|Alliance|Chamber|Trust|Fund|Partnership|Forum|Initiative|Command|Administration|Bureau|Campaign|Project|League|Club|Church|Hotel|Square|Avenue|Today|Report|Review|Magazine|Network|Watch|Media)$/;

const place =
  /^(?:City|County|Island|River|Sea|Beach|Airport|Tower|Act|War|Medal|Hotel|Square|Avenue|Street|Kingdom|Hall|Today|Report|Review|Project)$/;

/** A word that marks a name as that of a body which can speak. */
export const bodyWord = (word: string): boolean => body.test(word) && !place.test(word);

const female = list(
  'Hillary Mary Anne Anna Elizabeth Jennifer Linda Susan Karen Nancy Sarah Kimberly Donna Michelle Carol Amanda Melissa Deborah Stephanie Laura Kathleen Amy Angela Emma Olivia Sophia Julia Kate Katie Kellyanne Ivanka Melania Chelsea Jill Kamala Huma Loretta Debbie Megyn Rachel Elena Olga Natalia Maria Yulia Svetlana Ursula Kaja Giorgia Angela Marine Theresa Liz Nikki Elise Tulsi Karoline Alice Claire Diane Dianne Barbara Patricia Margaret Ruth Janet Christine Heather Rebecca Victoria Samantha Jessica Ashley Emily Hannah Abby Wendy Tammy Sally Donna Joni Kelly Lisa Valerie Jeanne Symone Maggie Cheryl',
);
const male = list(
  'Donald John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Paul Steven Andrew Kenneth George Joshua Kevin Brian Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Stephen Jonathan Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Patrick Jack Dennis Jerry Tyler Aaron Henry Peter Adam Nathan Bill Bob Jim Joe Mike Tom Tim Ted Ben Sam Harry Barack Bernie Mitt Newt Rudy Mitch Marco Jeb Rand Chris Rick Roger Corey Julian Vladimir Sergei Sergey Dmitry Dmitri Alexander Andrei Andriy Oleksandr Ivan Igor Yuri Viktor Volodymyr Emmanuel Olaf Friedrich Boris Keir Jens Antonio Steve Jared Keith Pete Josh Alan Doug Luis Carlos Jose Juan Pablo Robby Glen Reince',
);

/** Is a word one that can stand in a name? */
export const capital = (word: string): boolean =>
  /^\p{Lu}[\p{L}’'.-]*\p{Ll}[\p{L}’'-]*$/u.test(word) || /^(?:\p{Lu}\.){1,3}$/u.test(word);

/** Adjectives of nations by their endings. */
const nation = /(?:ssian|inian|ican|ese)s?$/;

/** Can this word be one of a person's name? */
export const nameWord = (word: string): boolean =>
  capital(word) &&
  !nation.test(word) &&
  !/^(?!King|Sterling|Ming|Ting|Xing|Jing|Wing|Ding|Fielding|Browning|Harding|Fleming|Manning|Huffing)\p{Lu}\p{Ll}{2,}ing$/u.test(
    word,
  ) &&
  !common.has(word.replace(/\.$/, ''));

export const isParticle = (word: string): boolean => particles.has(word);

/** Gender told by a first name or an honorific, if it tells. */
export function genderOf(first: string, honorific?: string): 'm' | 'f' | undefined {
  if (honorific && /^(?:Mr|Sir|Lord)\.?$/.test(honorific)) return 'm';
  if (honorific && /^(?:Mrs|Ms|Miss|Lady)\.?$/.test(honorific)) return 'f';
  return female.has(first) ? 'f' : male.has(first) ? 'm' : undefined;
}

/** An entity for a name met on this page, or null if the words name no person. */
export function personOf(words: readonly string[], honorific?: string): Entity | null {
  if (words.length < 2 || words.length > 5) return null;
  if (words.some((word) => body.test(word))) return null;
  const name = words.join(' ');
  const gender = genderOf(words[0] as string, honorific);
  return {
    id: `page:${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`,
    name,
    kind: 'person',
    ...(gender ? { gender } : {}),
  };
}
