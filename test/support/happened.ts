import type { Role } from '../../src/domain/community/community';
import type { ReportTicket } from '../../src/domain/ticket/reporting/report-ticket';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { SettledLevel } from '../../src/domain/ticket/working/settled-level';
import { aContext, aReport, qian, reported, zhao } from './a-ticket';

/** "11-20 10:05" of 2026, by the community's clocks. */
export const at = (moment: string): string => new Date(`2026-${moment.replace(' ', 'T')}:00+08:00`).toISOString();

/** Who reports, with the words and the place of `given`; the rest of the history is written by hand. */
export const report = (moment: string, given: Partial<ReportTicket> = {}): TicketEvent => {
  const [first] = reported(aReport(given), aContext(at(moment))).events;
  if (first?.kind !== 'reported') throw new Error('a history begins with its report');
  return first;
};
export const byResident = { by: qian, role: 'resident' as const, group: null };
export const byRider = { by: zhao, role: 'rider' as const };

/** Events of a history that is written by hand. */
export const happened = {
  dispatched: (moment: string, desk = 'grid-2'): TicketEvent => ({
    kind: 'dispatched',
    at: at(moment),
    desk,
    handlers: ['wang'],
  }),
  claimed: (moment: string): TicketEvent => ({ kind: 'claimed', at: at(moment), by: 'wang' }),
  objected: (moment: string): TicketEvent => ({
    kind: 'objected',
    at: at(moment),
    by: 'wang',
    words: 'w',
    to: ['chen'],
    offered: [],
  }),
  handedOver: (moment: string): TicketEvent => ({
    kind: 'handed-over',
    at: at(moment),
    by: 'wang',
    to: 'li',
    words: 'w',
  }),
  waiting: (moment: string, until: string): TicketEvent => ({
    kind: 'waiting-began',
    at: at(moment),
    by: 'wang',
    until: at(until),
    words: 'w',
  }),
  back: (moment: string): TicketEvent => ({ kind: 'waiting-ended', at: at(moment), by: null }),
  resolved: (moment: string, level: SettledLevel = 'grid'): TicketEvent => ({
    kind: 'resolved',
    at: at(moment),
    by: 'wang',
    words: 'w',
    photos: [],
    level,
  }),
  answered: (moment: string, solved: boolean, satisfied: boolean | null): TicketEvent => ({
    kind: 'call-back-answered',
    at: at(moment),
    by: 'qian',
    for: null,
    solved,
    satisfied,
    words: null,
  }),
  reopened: (moment: string): TicketEvent => ({ kind: 'reopened', at: at(moment), by: 'qian' }),
  archived: (moment: string, reason: 'called-back' | 'false-alarm'): TicketEvent => ({
    kind: 'archived',
    at: at(moment),
    reason,
  }),
  withdrawn: (moment: string): TicketEvent => ({ kind: 'withdrawn', at: at(moment), by: 'qian' }),
  joined: (moment: string, by: string, role: Role, as: 'reporter' | 'me-too'): TicketEvent => ({
    kind: 'joined',
    at: at(moment),
    by,
    role,
    group: null,
    as,
    words: [],
    photos: [],
  }),
};
