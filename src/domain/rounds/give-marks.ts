import { refused, type Result } from '../decision';
import type { Community } from '../community/community';
import type { Moment, PersonId, PhotoId } from '../ids';
import type { Household } from './household';
import { changeMark, type Mark, type MarkChange } from './mark';
import type { MarksRead } from './read-marks';
import type { NoMarks } from './refusals';
import type { Round } from './round';
import type { RoundPolicy } from './round-policy';
import { villagesOf } from './team';

export interface StoredMark {
  readonly version: number;
  readonly mark: Mark;
}

export interface MarksGiven {
  readonly round: Round;
  readonly household: Household;
  readonly before: StoredMark | null;
  readonly by: PersonId;
  readonly read: MarksRead;
  /** Kept only with an item that is out of doors. */
  readonly photos: readonly PhotoId[];
  readonly now: Moment;
  readonly community: Community;
  readonly policy: RoundPolicy;
}

export const isOfHousehold = ({ headPerson, members }: Household, person: PersonId): boolean =>
  headPerson === person || members.includes(person);

export const sumOf = (
  marks: Readonly<Record<string, number>>,
  { pointsPerMark, plaque }: RoundPolicy,
): { readonly total: number; readonly points: number; readonly plaque: boolean } => {
  const total = Object.values(marks).reduce((sum, each) => sum + each, 0);
  return { total, points: total * pointsPerMark, plaque: total >= plaque.from };
};

/** The marks as they would stand, each within what its item can have; what is not said stays. */
export const marksWith = (
  read: MarksRead,
  before: Mark | null,
  { items }: RoundPolicy,
): Result<Readonly<Record<string, number>>, NoMarks> => {
  if (read.left !== '' || Object.keys(read.marks).length === 0) return refused({ kind: 'not-read', left: read.left });
  const over = items.find(({ id, most }) => (read.marks[id] ?? 0) > most);
  if (over) return refused({ kind: 'too-many', item: over.id, most: over.most });
  const marks = Object.fromEntries(
    items.flatMap(({ id }) => {
      const mark = read.marks[id] ?? before?.marks[id];
      return mark === undefined ? [] : [[id, mark] as const];
    }),
  );
  const missing = items.filter(({ id }) => marks[id] === undefined).map(({ id }) => id);
  return missing.length > 0 ? refused({ kind: 'missing', items: missing }) : { ok: true, value: marks };
};

const whyNot = ({ round, household, by, now, community }: MarksGiven): NoMarks | null => {
  const { village } = household;
  if (!villagesOf(by, now, community).includes(village)) return { kind: 'not-inspector', village };
  if (isOfHousehold(household, by)) return { kind: 'own-household' };
  if (round.phase === 'planned') return { kind: 'not-begun', at: round.opensAt };
  if (round.phase !== 'marking' || round.closesAt === null || now >= round.closesAt)
    return { kind: 'over', at: round.closesAt ?? round.opensAt };
  return null;
};

/** Whether a photo that came with these marks may be kept. */
export const keepsPhoto = ({ marks }: MarksRead, { items }: RoundPolicy): boolean =>
  items.some(({ id, outside }) => outside && marks[id] !== undefined);

/** An inspector marks a household, or marks it anew while the round is open. */
export const giveMarks = (given: MarksGiven): Result<MarkChange, NoMarks> => {
  const why = whyNot(given);
  if (why) return refused(why);
  const { round, household, before, by, read, policy, now: at } = given;
  const marks = marksWith(read, before?.mark ?? null, policy);
  if (!marks.ok) return marks;
  const photos = keepsPhoto(read, policy) ? given.photos : [];
  const isSame = before !== null && policy.items.every(({ id }) => before.mark.marks[id] === marks.value[id]);
  if (isSame && photos.length === 0) return refused({ kind: 'same' });
  const of = { round: round.id, household: household.id, village: household.village };
  const change = changeMark(of, before, [
    { kind: 'marked', at, by, marks: marks.value, ...sumOf(marks.value, policy), photos },
  ]);
  return change ? { ok: true, value: change } : refused({ kind: 'same' });
};
