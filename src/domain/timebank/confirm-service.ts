import type { Community, Person } from '../community/community';
import { decided, decision, refused, type Decision, type Guard, type Result } from '../decision';
import type { Moment, PersonId } from '../ids';
import { award, pointsOfMinutes } from '../points/award';
import { countServed, hourGuardIdsOf } from '../points/badge';
import { withinBudget } from '../points/budget';
import type { ServiceRefusal } from './refusal';
import type { Service } from './service';
import type { ServiceEvent } from './service-event';
import { saysOfConfirmed, saysOfDeclined } from './service-says';

export interface ConfirmContext {
  readonly now: Moment;
  readonly community: Community;
  readonly guard: (id: string) => Guard;
}

export type ServiceCommand =
  | { readonly kind: 'confirm'; readonly by: Person }
  | { readonly kind: 'decline'; readonly by: Person }
  /** The helper takes it back. */
  | { readonly kind: 'withdraw'; readonly by: Person };

/** The guards that a decision on it reads. */
export const guardsOfService = (
  { helper, day }: Pick<Service, 'helper' | 'day'>,
  context: Pick<ConfirmContext, 'now' | 'community'>,
): readonly string[] => hourGuardIdsOf(helper, day, context);

/** Confirmed, by a word or a card: points for the hours, never more in a day than the pack allows. */
export const confirmed = (
  service: Service,
  { by, how }: { readonly by: PersonId; readonly how: 'word' | 'card' },
  { now, community, guard }: ConfirmContext,
): Decision<ServiceEvent> => {
  const { id, number, helper, minutes, day } = service;
  const points = pointsOfMinutes(minutes, community.policy);
  const hours = award({ kind: 'hours', person: helper, matter: id, number, points, at: day, community, guard });
  const badge = countServed({ person: helper, minutes, now, community, guard });
  const given = withinBudget(hours, { person: helper, now, community, guard });
  return decision<ServiceEvent>({
    events: [{ kind: 'confirmed', at: now, by, how, points: given.points }],
    says: [
      ...saysOfConfirmed(service, { by, how, now, community, points: given.points, wanted: points }),
      ...given.says,
      ...badge.says,
    ],
    postings: given.postings,
    guards: [...given.guards, ...badge.guards],
  });
};

/** Somebody said something to hours that wait: the decision, or why not. */
export const decideService = (
  service: Service,
  { kind, by }: ServiceCommand,
  context: ConfirmContext,
): Result<Decision<ServiceEvent>, ServiceRefusal> => {
  const { now, community } = context;
  const may =
    kind === 'withdraw' ? by.id === service.helper : service.asked.includes(by.id) && by.id !== service.helper;
  if (!may) return refused({ kind: 'not-yours' });
  if (service.phase !== 'waiting') return refused({ kind: 'over', phase: service.phase });
  if (kind === 'confirm') return { ok: true, value: confirmed(service, { by: by.id, how: 'word' }, context) };
  return decided({
    events: [{ kind: kind === 'decline' ? 'declined' : 'withdrawn', at: now, by: by.id }],
    says: saysOfDeclined(service, { by: by.id, why: kind === 'decline' ? 'declined' : 'withdrawn', now, community }),
  });
};
