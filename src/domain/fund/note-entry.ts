import { communityArea } from '../community/area-tree';
import type { Community, Person } from '../community/community';
import { directorsFor, staffFor } from '../community/responsible';
import { decided, refused, type Decision, type Result } from '../decision';
import type { Moment, PersonId } from '../ids';
import type { FundEntry } from './fund-entry';
import { foldFund, type FundEvent } from './fund-event';
import type { NoFund } from './fund-refusal';
import { saysOfNoted } from './fund-says';
import { mostFen } from './read-fen';

export interface FundContext {
  readonly now: Moment;
  readonly community: Community;
}

export type ToNote = Pick<FundEntry, 'id' | 'number' | 'words' | 'payee' | 'photos'> & {
  readonly by: Person;
  readonly way: 'income' | 'expense';
  /** Null: what was said is no amount. */
  readonly fen: number | null;
  /** So many of its photos were sent before its words. */
  readonly taken?: number;
};

/** All of the community's staff but whoever noted it and whoever gets the money. */
export const secondsOf = (
  { by, payee }: Pick<FundEntry, 'by' | 'payee'>,
  { now, community }: FundContext,
): readonly PersonId[] => {
  const area = communityArea(community)?.id ?? null;
  const all = [...staffFor(community, area, now), ...directorsFor(community, area, now)].map(({ id }) => id);
  return [...new Set(all)].filter((id) => id !== by && !payee?.people.includes(id));
};

const noted = (
  given: Omit<Extract<FundEvent, { kind: 'fund-noted' }>, 'kind' | 'at' | 'to'>,
  context: FundContext,
  taken = 0,
): Result<Decision<FundEvent>, NoFund> => {
  const event: FundEvent = { kind: 'fund-noted', at: context.now, ...given, to: secondsOf(given, context) };
  const entry = foldFund(null, [event]);
  if (!entry || entry.asked.length === 0) return refused({ kind: 'nobody' });
  return decided({ events: [event], says: saysOfNoted(entry, taken, context) });
};

/** One of staff notes what came in or was spent; it stands when another says yes. */
export const noteEntry = (
  { by, fen, taken = 0, ...given }: ToNote,
  context: FundContext,
): Result<Decision<FundEvent>, NoFund> => {
  if (fen === null) return refused({ kind: 'amount' });
  if (fen > mostFen) return refused({ kind: 'too-much' });
  if (given.words === '') return refused({ kind: 'no-purpose' });
  if (given.way === 'expense' && given.photos.length === 0) return refused({ kind: 'no-receipt' });
  if (given.payee?.people.includes(by.id)) return refused({ kind: 'own' });
  return noted({ ...given, fen, by: by.id, corrects: null }, context, taken);
};

/** A line that stands is taken back by a counter entry, which names the reason and waits for a second yes, too. */
export const noteReversal = (
  entry: FundEntry,
  {
    id,
    number,
    words,
    by,
  }: { readonly id: string; readonly number: number; readonly words: string; readonly by: Person },
  context: FundContext,
): Result<Decision<FundEvent>, NoFund> => {
  if (entry.phase !== 'booked' || entry.way === 'reversal')
    return refused({ kind: 'not-standing', number: entry.number });
  if (words === '') return refused({ kind: 'no-reason' });
  if (entry.payee?.people.includes(by.id)) return refused({ kind: 'own' });
  const corrects = { id: entry.id, number: entry.number, way: entry.way };
  const { fen, payee } = entry;
  return noted({ id, number, way: 'reversal', fen, corrects, words, payee, photos: [], by: by.id }, context);
};
