/** `预算`: how it stands; `预算 5000`: so many points for this month. */
export interface FoundBudget {
  readonly points: number | null;
}

/** Heard in private, or among staff. */
export const findBudget = (folded: string): FoundBudget | null => {
  const found = /^(?:积分预算|预算|points budget)(?:[\s:]+(\d{1,9})\s*分?)?[。.!~\s]*$/u.exec(folded);
  return found && { points: found[1] === undefined ? null : Number(found[1]) };
};
