import { anchored, byHashOnly, type AnchoredVerb } from './command/command-words';
import { notOurs } from './plain-text';

/** `#102` is ours; `8#2单元` and `#2楼` are buildings: no digit before the sign and no counting word after the number. */
const ours = /(?<![\da-z])#\s?(\d{3,9})(?!\d)(?!\s*(?:号?楼|栋|幢|单元|室|点|元|人))/;

/** Behind these stands somebody's telephone number. */
const beforeOther: readonly AnchoredVerb[] = ['family', ...byHashOnly];

/** What people say for a word of the table ("撤销 102"), and Linli then explains. */
const like = ['办', '撤销'];

const words = Object.entries(anchored)
  .filter(([verb]) => !beforeOther.some((other) => other === verb))
  .flatMap(([, said]): readonly string[] => said)
  .concat(like);

/** A word that ends in a letter or a digit ("+1", "done") is not read on into the number. */
const pattern = (word: string): string => word.replace('+', '\\+') + (/[a-z\d]$/u.test(word) ? '\\s+' : '\\s*');

/** After a verb, in private only: "办结 102". */
const afterVerb = new RegExp(`^\\s*(?:${words.map(pattern).join('|')})(\\d{3,9})${notOurs}`, 'u');

const atLeast = 101;

const valid = (found: string | undefined): number | null => {
  const value = found === undefined ? NaN : Number(found);
  return Number.isSafeInteger(value) && value >= atLeast ? value : null;
};

/** One of our numbers in a folded text, or null. */
export const readTicketNumber = (folded: string, inPrivate: boolean): number | null =>
  valid(ours.exec(folded)?.[1]) ?? (inPrivate ? valid(afterVerb.exec(folded)?.[1]) : null);
