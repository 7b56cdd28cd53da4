import { addMinutes } from '../calendar/local-time';
import type { Community } from '../community/community';
import { decision, type Decision } from '../decision';
import type { Moment } from '../ids';
import { confirmersFrom } from './confirmers';
import type { Service } from './service';
import { foldService, type ServiceEvent } from './service-event';
import { saysOfAsked, saysOfLapsed } from './service-says';

const dayMinutes = 24 * 60;

/** Days in which one rung is to answer. */
const daysEach = 2;

export const serviceDue = ({ phase, askedAt }: Service): Moment | null =>
  phase === 'waiting' ? addMinutes(askedAt, daysEach * dayMinutes) : null;

/** Nobody answered: the next who can confirm it are asked; when none is left it lapses, and the helper hears how to go on. */
export const tickService = (
  service: Service,
  { now, community }: { readonly now: Moment; readonly community: Community },
): Decision<ServiceEvent> => {
  const due = serviceDue(service);
  if (due === null || due > now) return decision<ServiceEvent>();
  const next = confirmersFrom(service.rung + 1, service, community);
  if (!next)
    return decision<ServiceEvent>({
      events: [{ kind: 'lapsed', at: now }],
      says: saysOfLapsed(service, { now, community }),
    });
  const event: ServiceEvent = { kind: 'asked', at: now, ...next };
  const after = foldService(service, [event]) ?? service;
  return decision<ServiceEvent>({ events: [event], says: saysOfAsked(after, { now, community, first: false }) });
};
