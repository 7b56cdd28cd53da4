import type { Moment, WordsId } from '../ids';
import type { MorningItem } from '../wording/morning-line';
import type { Head, Spoken, WordingKey, WordingParams } from '../wording/params';

const item = (head: Head, want: MorningItem['want'], due: Moment | null, words: readonly WordsId[] = []): Line => ({
  ...{ number: head.number, category: head.category, place: head.place },
  ...{ want, due, words },
});

type Line = Omit<MorningItem, 'standsFor'>;
type Lines = { readonly [K in WordingKey]?: (params: WordingParams[K]) => Line | null };

/** What a reminder wants, by the clock that runs out. */
const reminded = { claim: 'claim', resolve: 'finish', review: 'look' } as const;

/** The line of each notice that can be one of several; null: it wants nothing any more. */
const lines: Lines = {
  'ticket.handler': (p) => {
    if (p.state === 'dispatched') return item(p, 'claim', p.claimDue, p.words);
    return p.yours && p.state === 'claimed' ? item(p, 'finish', p.resolveDue, p.words) : null;
  },
  'ticket.remind': (p) => item(p, reminded[p.stage], p.due),
  'ticket.breach': (p) => item(p, 'arrange', p.nextDue),
  'ticket.raised': (p) => item(p, 'arrange', null, p.words),
  'ticket.minutes-up': (p) => item(p, 'arrange', null, p.words),
  'ticket.reopened-often': (p) => item(p, 'arrange', p.due),
  'ticket.added': (p) => item(p, 'look', null, p.words),
  'ticket.absorbed': (p) => item(p, 'look', null, p.words),
  'ticket.sent-back': (p) => item(p, 'finish', p.due, p.words),
  'ticket.supervised': (p) => item(p, 'finish', p.due, p.words),
  'ticket.claimed': (p) => item(p, 'finish', p.resolveDue),
  'ticket.deadline-moved': (p) => item(p, 'finish', p.to),
  'ticket.part': (p) => item(p, 'claim', p.due, p.words),
  'ticket.part-back': (p) => item(p, 'finish', p.due, p.words),
  'ticket.part-remind': (p) => item(p, p.yours ? 'finish' : 'look', p.due, p.words),
  'ticket.part-late': (p) => item(p, p.yours ? 'finish' : 'arrange', p.due, p.words),
  'ticket.part-news': (p) => item(p, p.what === 'declined' ? 'arrange' : 'look', null, p.words),
  'ticket.handed-over': (p) => item(p, 'look', null),
};

/** Whether it can be one line of several; what cannot is said by itself. */
export const isListed = (wording: WordingKey): boolean => Object.hasOwn(lines, wording);

export const morningItem = ({ wording, params }: Spoken): Line | null => {
  // The table has for each key the function of that key; the compiler cannot follow the pair through the index.
  const line = lines[wording] as ((given: Spoken['params']) => Line | null) | undefined;
  return line?.(params) ?? null;
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
