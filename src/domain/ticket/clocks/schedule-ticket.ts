import type { Community } from '../../community/community';
import type { Moment } from '../../ids';
import type { Ticket } from '../ticket';
import { timeRules } from './time-rules';
import { noticeAt, type TimeStep } from './time-step';

/** Everything that time will still do to this ticket as it stands, the earliest first. */
export const scheduleTicket = (ticket: Ticket, community: Community): readonly TimeStep[] =>
  timeRules
    .flatMap((rule) => rule(ticket, community))
    .filter((step) => noticeAt(ticket, step.name) === null)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

/** When time next does something to this ticket; null: never. */
export const nextDue = (ticket: Ticket, community: Community): Moment | null =>
  scheduleTicket(ticket, community)[0]?.at ?? null;
