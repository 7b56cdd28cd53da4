import type { Moment, PersonId, WordsId } from '../ids';
import type { Head, Spoken } from '../wording/params';

/** What one of several notices wants, said in one line. */
export interface MorningItem extends Head {
  readonly want: 'claim' | 'finish' | 'arrange' | 'look';
  readonly due: Moment | null;
  readonly words: readonly WordsId[];
  readonly standsFor: PersonId | null;
}

const item = (
  head: Head,
  want: MorningItem['want'],
  due: Moment | null,
  words: readonly WordsId[] = [],
): Omit<MorningItem, 'standsFor'> => ({
  ...{ number: head.number, category: head.category, place: head.place },
  ...{ want, due, words },
});

/** The line of a notice; null: it wants nothing any more, or is none that is listed. */
export const morningItem = (spoken: Spoken): Omit<MorningItem, 'standsFor'> | null => {
  switch (spoken.wording) {
    case 'ticket.handler': {
      const { state, claimDue, resolveDue, words, yours } = spoken.params;
      if (state === 'dispatched') return item(spoken.params, 'claim', claimDue, words);
      return yours && state === 'claimed' ? item(spoken.params, 'finish', resolveDue, words) : null;
    }
    case 'ticket.remind':
      return item(spoken.params, spoken.params.stage === 'claim' ? 'claim' : 'finish', spoken.params.due);
    case 'ticket.breach':
      return item(spoken.params, 'arrange', spoken.params.nextDue);
    case 'ticket.raised':
      return item(spoken.params, 'arrange', null, spoken.params.words);
    case 'ticket.added':
      return item(spoken.params, 'look', null, spoken.params.words);
    case 'ticket.claimed':
      return item(spoken.params, 'finish', spoken.params.resolveDue);
    case 'ticket.deadline-moved':
      return item(spoken.params, 'finish', spoken.params.to);
    case 'ticket.handed-over':
      return item(spoken.params, 'look', null);
    default:
      return null;
  }
};

/** One line a matter: what was said last of it. */
export const oneLineEach = (items: readonly MorningItem[]): readonly MorningItem[] => {
  const last = new Map(items.map((each) => [each.number, each]));
  // The words of the report stand in one notice, the deadline perhaps in a later one.
  return [...last.values()].map((each) => ({
    ...each,
    words: items.findLast(({ number, words }) => number === each.number && words.length > 0)?.words ?? [],
  }));
};
