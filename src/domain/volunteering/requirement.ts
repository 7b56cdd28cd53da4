import type { Community, Person } from '../community/community';
import { hasRole } from '../community/may';
import type { Guard, GuardWrite } from '../decision';
import type { PersonId } from '../ids';
import { requirements, type AskedRequirement, type Requirement } from './activity-event';

const isAsked = (one: Requirement): one is AskedRequirement => one !== 'over-60-welcome';

const guardId = (person: PersonId, requirement: AskedRequirement): string => `meets:${requirement}:${person}`;

/** What somebody said of themself once holds for later calls; it is read before the decision. */
export const meetsGuardIds = (person: PersonId): readonly string[] =>
  requirements.filter(isAsked).map((one) => guardId(person, one));

interface Known {
  readonly community: Pick<Community, 'officers'>;
  readonly guard: (id: string) => Guard;
}

/** Who works here is of age. */
const isKnown = (person: Person, requirement: AskedRequirement, { guard }: Known): boolean =>
  guard(guardId(person.id, requirement)).value !== null ||
  (requirement === 'adult' &&
    hasRole(person, ['staff', 'director', 'grid-worker', 'grid-leader', 'captain', 'inspector']));

/** What is required and not known of this person: they are asked. */
export const toAsk = (
  plan: { readonly requirements: readonly Requirement[] },
  person: Person,
  known: Known,
): readonly AskedRequirement[] => plan.requirements.filter(isAsked).filter((one) => !isKnown(person, one, known));

/** They said that they meet them. */
export const meetsGuards = (
  person: PersonId,
  met: readonly AskedRequirement[],
  at: string,
  { guard }: Known,
): readonly GuardWrite[] =>
  met.map((one) => {
    const { id, version } = guard(guardId(person, one));
    return { id, version, value: { at } };
  });
