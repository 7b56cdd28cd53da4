import type { Community } from '../../community/community';
import type { Level } from '../../community/policy';
import type { Say } from '../../decision';
import type { Moment } from '../../ids';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import type { LadderStage } from './stage-clock';
import type { StepKind } from './step-kind';

export interface StepDone {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** Something that time will do to a ticket. */
export interface TimeStep {
  readonly kind: StepKind;
  /** Unique within a cycle. A step that the ticket's notices name is not due again. */
  readonly name: string;
  readonly at: Moment;
  /** Steps of one series stand for each other: when several are due at once, only the last is done. */
  readonly series: string;
  /** The clock it belongs to, and the level that is told; null where there is none. */
  readonly stage: LadderStage | null;
  readonly level: Level | null;
  /** What happens then; `ticket` as it stands at that moment. Must note the step, or end what makes it due. */
  readonly perform: (ticket: Ticket, context: TicketContext) => StepDone;
}

/** A rule of time: what it will do to a ticket as it stands, in any order. Nothing in the phases it does not speak of. */
export type TimeRule = (ticket: Ticket, community: Community) => readonly TimeStep[];

/** A step of no clock and no level, alone in its series. */
export const timeStep = (given: Pick<TimeStep, 'kind' | 'name' | 'at' | 'perform'> & Partial<TimeStep>): TimeStep => ({
  series: given.kind,
  stage: null,
  level: null,
  ...given,
});

export const noticeAt = (ticket: Ticket, name: string): Moment | null =>
  ticket.notices.find((notice) => notice.step === name)?.at ?? null;
