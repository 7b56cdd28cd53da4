import { refused, type Result } from '../decision';
import type { Moment, PersonId } from '../ids';
import type { AccountId } from '../points/account';
import { move, type Posting, type PostingReason } from '../points/posting';
import type { NoTime, TimeMove } from './refusal';

/** The pool that neighbours give hours to. */
export const neighboursPool: AccountId = 'pool:neighbours';

export interface TimeAsked {
  readonly by: PersonId;
  readonly move: TimeMove;
  readonly minutes: number;
  readonly points: number;
  /** Of the message that said so: it is done once. */
  readonly cause: string;
  readonly at: Moment;
}

/** What is on the accounts that it comes from. */
export interface TimeOwned {
  readonly points: number;
  readonly saved: number;
  readonly pool: number;
}

const reasons: { readonly [K in TimeMove['kind']]: PostingReason } = {
  keep: 'time-kept',
  take: 'time-taken',
  give: 'time-given',
  donate: 'time-donated',
  grant: 'time-granted',
};

/** Kept time goes first; what it does not cover comes from the points. */
const fromBoth = (by: PersonId, to: AccountId, { saved }: TimeOwned, points: number) => {
  const kept = Math.min(saved, points);
  return [
    ...(kept > 0 ? move(`saved:${by}`, to, kept) : []),
    ...(points > kept ? move(`person:${by}`, to, points - kept) : []),
  ];
};

const limitOf = (
  { kind }: TimeMove,
  owned: TimeOwned,
): { readonly has: number; readonly of: 'points' | 'saved' | 'pool' } => {
  switch (kind) {
    case 'keep':
      return { has: owned.points, of: 'points' };
    case 'take':
      return { has: owned.saved, of: 'saved' };
    case 'give':
    case 'donate':
      return { has: owned.saved + owned.points, of: 'saved' };
    case 'grant':
      return { has: owned.pool, of: 'pool' };
  }
};

const entriesOf = ({ by, move: what, points }: TimeAsked, owned: TimeOwned) => {
  switch (what.kind) {
    case 'keep':
      return move(`person:${by}`, `saved:${by}`, points);
    case 'take':
      return move(`saved:${by}`, `person:${by}`, points);
    case 'give':
      return fromBoth(by, `saved:${what.to}`, owned, points);
    case 'donate':
      return fromBoth(by, neighboursPool, owned, points);
    case 'grant':
      return move(neighboursPool, `saved:${what.to}`, points);
  }
};

/** Hours that change hands, in points of the pack's hour; one posting, or why not. */
export const moveTime = (asked: TimeAsked, owned: TimeOwned): Result<Posting, NoTime> => {
  const { by, move: what, minutes, points, cause, at } = asked;
  if ('to' in what && what.kind === 'give' && what.to === by) return refused({ kind: 'self' });
  if (!Number.isSafeInteger(minutes) || minutes <= 0 || points <= 0) return refused({ kind: 'amount' });
  const { has, of } = limitOf(what, owned);
  if (has < points) return refused({ kind: 'too-little', has, wanted: points, of });
  return {
    ok: true,
    value: { cause: `${cause}:time`, at, reason: reasons[what.kind], entries: entriesOf(asked, owned) },
  };
};
