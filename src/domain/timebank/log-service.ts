import type { Community, Person } from '../community/community';
import { decided, refused, type Decision, type Guard, type Result } from '../decision';
import type { Moment, WordsId } from '../ids';
import { confirmersFrom } from './confirmers';
import { confirmed } from './confirm-service';
import type { NoService } from './refusal';
import { foldService, type ServiceEvent } from './service-event';
import { saysOfAsked } from './service-says';

/** As long as one may serve on a day. */
export const mostMinutes = 12 * 60;

/** Hours are logged while people still remember them. */
export const mostDaysAgo = 31;

export interface Logged {
  readonly id: string;
  readonly number: number;
  readonly helper: Person;
  readonly served: Person;
  readonly minutes: number;
  /** The noon of the day, and how many days ago that was; negative: it has not come yet. */
  readonly day: Moment;
  readonly daysAgo: number;
  readonly words: WordsId | null;
  /** The code of the served person's card, as read; null: none was given. */
  readonly card: Guard | null;
}

export interface LogContext {
  readonly now: Moment;
  readonly community: Community;
  /** Whether the served person can be written to: the old often cannot. */
  readonly reachable: boolean;
  readonly guard: (id: string) => Guard;
}

const whyNot = ({ helper, served, minutes, daysAgo }: Logged): NoService | null => {
  if (helper.id === served.id) return { kind: 'self' };
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes) return { kind: 'minutes' };
  return daysAgo < 0 || daysAgo > mostDaysAgo ? { kind: 'day' } : null;
};

/** Hours served wait for one who confirms them; a code of the served person's card confirms them at once. */
export const logService = (logged: Logged, context: LogContext): Result<Decision<ServiceEvent>, NoService> => {
  const why = whyNot(logged);
  if (why) return refused(why);
  const { id, number, helper, served, minutes, day, words, card } = logged;
  const { now, community, reachable } = context;
  const who = { helper: helper.id, served: served.id, area: served.building };
  const asked = confirmersFrom(reachable ? 0 : 1, who, community);
  if (!asked && !card) return refused({ kind: 'nobody' });
  const { to, rung } = card || !asked ? { to: [], rung: 0 } : asked;
  const event: ServiceEvent = { kind: 'logged', at: now, id, number, ...who, minutes, day, words, to, rung };
  const service = foldService(null, [event]);
  if (!service) return refused({ kind: 'nobody' });
  if (!card) return decided({ events: [event], says: saysOfAsked(service, { now, community, first: true }) });
  const done = confirmed(service, { by: helper.id, how: 'card' }, context);
  return decided({
    ...done,
    events: [event, ...done.events],
    guards: [...done.guards, { id: card.id, version: card.version, value: { matter: id, number } }],
  });
};
