import { refused, type Result } from '../decision';
import type { Moment, PersonId, WordsId } from '../ids';
import { move, type Posting } from '../points/posting';
import type { Community } from '../community/community';
import { chargeBudget } from './charge-budget';
import type { Household } from './household';
import { isOfHousehold, marksWith, sumOf, type StoredMark } from './give-marks';
import { changeMark, type Mark, type MarkChange, type MarkEvent } from './mark';
import type { MarksRead } from './read-marks';
import type { NoMarks, NoObjection } from './refusals';
import { roundCause, type Round } from './round';
import type { RoundPolicy } from './round-policy';

/** The posting of one household's marks: once a round, to its own account. */
export const postingOf = ({ round: id, household, points }: Mark, round: Round, at: Moment): Posting | null =>
  points === 0
    ? null
    : {
        cause: roundCause(id, household),
        at,
        reason: 'inspection',
        number: round.number,
        honours: round.month,
        entries: move('issued:inspection', `household:${household}`, points),
      };

interface Objecting {
  readonly round: Round;
  readonly household: Household;
  readonly before: StoredMark;
  readonly by: PersonId;
  readonly words: WordsId | null;
  readonly now: Moment;
}

/** Somebody of the household does not agree with its marks. */
export const object = ({
  round,
  household,
  before,
  by,
  words,
  now: at,
}: Objecting): Result<MarkChange, NoObjection> => {
  if (!isOfHousehold(household, by)) return refused({ kind: 'stranger' });
  const { mark } = before;
  if (mark.phase === 'objected') return refused({ kind: 'twice' });
  if (mark.ruling !== null) return refused({ kind: 'decided' });
  if (round.phase === 'planned' || round.phase === 'marking' || mark.phase === 'marked')
    return refused({ kind: 'not-told' });
  const until = round.objectionsUntil;
  const open = round.phase === 'telling' || (round.phase === 'objecting' && until !== null && at < until);
  if (!open || mark.phase === 'posted') return refused({ kind: 'late', at: until ?? at });
  if (words === null) return refused({ kind: 'no-words' });
  const change = changeMark(mark, before, [{ kind: 'objected', at, by, words }]);
  return change ? { ok: true, value: change } : refused({ kind: 'not-told' });
};

export interface Ruling {
  readonly round: Round;
  readonly household: Household;
  readonly before: StoredMark;
  readonly by: PersonId;
  readonly words: WordsId | null;
  /** The marks as they are to be; null: they stand. */
  readonly read: MarksRead | null;
  readonly now: Moment;
  readonly community: Community;
  readonly policy: RoundPolicy;
}

export interface Ruled {
  readonly change: MarkChange;
  /** What was waited for when all others were posted is posted with the ruling. */
  readonly postings: readonly Posting[];
}

const ruledEvent = (ruling: Ruling): Result<MarkEvent, NoMarks> => {
  const { before, by, words, read, now: at, policy } = ruling;
  if (read === null) return { ok: true, value: { kind: 'upheld', at, by, words } };
  const marks = marksWith(read, before.mark, policy);
  return marks.ok
    ? { ok: true, value: { kind: 'changed', at, by, marks: marks.value, ...sumOf(marks.value, policy), words } }
    : marks;
};

/** Staff decide an objection: other marks, or the same ones; nobody decides on the own household. */
export const rule = (ruling: Ruling): Result<Ruled, NoObjection | NoMarks> => {
  const { round, household, before, by, now: at, community } = ruling;
  const { mark } = before;
  if (isOfHousehold(household, by)) return refused({ kind: 'own-household' });
  if (mark.phase !== 'objected') return refused({ kind: mark.ruling ? 'decided' : 'not-objected' });
  const event = ruledEvent(ruling);
  if (!event.ok) return event;
  const late = round.phase === 'posting' || round.phase === 'deciding';
  const change = changeMark(mark, before, late ? [event.value, { kind: 'posted', at }] : [event.value]);
  if (!change) return refused({ kind: 'not-objected' });
  const posting = late ? postingOf(change.mark, round, at) : null;
  if (!posting) return { ok: true, value: { change, postings: [] } };
  const charged = chargeBudget(posting.cause, change.mark.points, at, community);
  return { ok: true, value: { change, postings: [posting, ...charged] } };
};
