/** `说事 …`, `说事 #12`: something that is to be talked over. `from`: where its words begin in what was typed. */
export interface FoundTalk {
  readonly number: number | null;
  readonly from: number;
}

const verb = /^说事(?=$|[\s:,#])[\s:,]*/u;

const ticket = /^#\s?(\d{1,9})(?!\d)[\s:,]*/u;

/** Heard in private and among staff. The verb is followed by a blank or a number, so that 说事实 is plain talk. */
export const findTalk = (folded: string): FoundTalk | null => {
  const found = verb.exec(folded);
  if (!found) return null;
  const of = ticket.exec(folded.slice(found[0].length));
  return { number: of ? Number(of[1]) : null, from: found[0].length + (of?.[0].length ?? 0) };
};
