import { notOurs } from '../plain-text';

/** Words of the ledger of people in care: `台账`, `登记 …`, `家属 #12`, `换色 #12 红`, `看过 #12`, `认人 #12`. */
const words = {
  ledger: ['台账', 'ledger'],
  register: ['登记', 'register'],
  family: ['家属', 'family'],
  recolour: ['换色', 'recolour'],
  visited: ['看过', 'visited'],
  match: ['认人', 'match'],
} as const;
export type CareVerb = keyof typeof words;

/** `from`: where the words behind verb and number begin in what was typed. */
export interface FoundCare {
  readonly verb: CareVerb;
  readonly number: number | null;
  readonly from: number;
}

const verbs = Object.entries(words).flatMap(([verb, each]) => each.map((word) => ({ verb: verb as CareVerb, word })));

const separator = /^(?=$|[\s:,#])[\s:,]*/u;

const hashed = new RegExp(`^#\\s?(\\d{1,9})${notOurs}[\\s:,]*`, 'u');
/** A bare number: in `登记 王秀英 82` it would be somebody's age. */
const bare = new RegExp(`^(\\d{3,9})${notOurs}[\\s:,]*`, 'u');

/** The verb is followed by a blank or a number, so that 登记表 and 家属院 are plain talk. */
export const findCare = (folded: string): FoundCare | null => {
  for (const { verb, word } of verbs) {
    const gap = folded.startsWith(word) ? separator.exec(folded.slice(word.length)) : null;
    if (!gap) continue;
    const from = word.length + gap[0].length;
    const behind = folded.slice(from);
    const found = hashed.exec(behind) ?? (verb === 'register' ? null : bare.exec(behind));
    return { verb, number: found ? Number(found[1]) : null, from: from + (found?.[0].length ?? 0) };
  }
  return null;
};
