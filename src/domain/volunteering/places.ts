import type { ActivityPlan } from './activity-event';
import type { Activity, Claim } from './activity';

type Seats = Pick<Activity, 'plan' | 'claims'>;

/** How many a sort of work takes; null: what is of no named sort. */
const neededOf = ({ roles, needed }: ActivityPlan, role: string | null): number => {
  if (role !== null) return roles.find(({ name }) => name === role)?.needed ?? 0;
  return Math.max(0, (needed ?? 0) - roles.reduce((sum, one) => sum + one.needed, 0));
};

/** A place that is offered is kept until it is answered. */
const holdsPlace = ({ phase }: Claim): boolean => phase === 'in' || phase === 'offered';

const sum = (claims: readonly Claim[]): number => claims.reduce((total, { people }) => total + people, 0);

/** People who come, with those to whom a place is offered. */
export const placesTaken = ({ claims }: Pick<Seats, 'claims'>): number => sum(claims.filter(holdsPlace));

/** All the places there are: more when its sorts of work take more than the number that was said. */
export const placesIn = ({ plan }: Pick<Seats, 'plan'>): number =>
  Math.max(
    plan.needed ?? 0,
    plan.roles.reduce((total, { needed }) => total + needed, 0),
  );

export const freePlaces = (seats: Seats, role: string | null): number =>
  neededOf(seats.plan, role) - sum(seats.claims.filter((claim) => holdsPlace(claim) && claim.role === role));

/** Sorts of work that a claim may be for: the one it names, else any. */
const rolesFor = ({ plan }: Seats, role: string | null): readonly (string | null)[] =>
  role === null ? [null, ...plan.roles.map(({ name }) => name)] : [role];

/** Where so many people find room; undefined: nowhere. */
export const roomFor = (seats: Seats, role: string | null, people: number): string | null | undefined =>
  rolesFor(seats, role).find((one) => freePlaces(seats, one) >= people);

/** The first in the line for whom there is room; a couple that finds none does not hold up who comes alone. */
export const firstInLine = (seats: Seats): { readonly claim: Claim; readonly role: string | null } | null => {
  for (const claim of seats.claims) {
    const role = claim.phase === 'waiting' ? roomFor(seats, claim.role, claim.people) : undefined;
    if (role !== undefined) return { claim, role };
  }
  return null;
};

export const isFull = (seats: Seats): boolean => placesTaken(seats) >= placesIn(seats);
