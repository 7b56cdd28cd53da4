import type { Ticket } from './ticket';
import type { EventKind, TicketEvent } from './ticket-event';
import type { Folds } from './folds';
import { inPersonFolds } from './in-person/in-person-folds';
import { applyingFolds } from './applying/applying-folds';
import { beginTicket } from './reporting/begin-ticket';
import { reportingFolds } from './reporting/reporting-folds';
import { dispatchingFolds } from './dispatching/dispatching-folds';
import { suggestingFolds } from './suggesting/suggesting-folds';
import { workingFolds } from './working/working-folds';
import { reviewingFolds } from './reviewing/reviewing-folds';
import { alarmingFolds } from './alarming/alarm-folds';
import { callBackFolds } from './calling-back/call-back-folds';
import { standInFolds } from './standing-in/stand-in-folds';
import { mergingFolds } from './merging/merging-folds';
import { proofFolds } from './proving/proof-folds';
import { seekingFolds } from './seeking/seeking-folds';
import { searchFolds } from './searching/search-folds';
import { identifyingFolds } from './identifying/identifying-folds';
import { waysFolds } from './ways/ways-folds';
import { joiningFolds } from './joining/joining-folds';
import { bringingUpFolds } from './bringing-up/bringing-up-folds';
import { conveningFolds } from './convening/convening-folds';
import { followingFolds } from './following/following-folds';
import { clockFolds } from './clocks/clock-folds';

const folds: Folds<Exclude<EventKind, 'reported'>> = {
  ...reportingFolds,
  ...dispatchingFolds,
  ...workingFolds,
  ...suggestingFolds,
  ...reviewingFolds,
  ...alarmingFolds,
  ...callBackFolds,
  ...standInFolds,
  ...clockFolds,
  ...bringingUpFolds,
  ...mergingFolds,
  ...proofFolds,
  ...seekingFolds,
  ...searchFolds,
  ...identifyingFolds,
  ...waysFolds,
  ...conveningFolds,
  ...applyingFolds,
  ...inPersonFolds,
  ...joiningFolds,
  ...followingFolds,
};

/** The state of a ticket is the fold of its events. */
export const applyTicketEvent = (ticket: Ticket | null, event: TicketEvent): Ticket | null => {
  if (event.kind === 'reported') return beginTicket(event);
  // The table has for each kind the function of that kind; the compiler cannot follow the pair through the index.
  const fold = folds[event.kind] as (ticket: Ticket, event: TicketEvent) => Ticket;
  return ticket && fold(ticket, event);
};

export const foldTicket = (ticket: Ticket | null, events: readonly TicketEvent[]): Ticket | null =>
  events.reduce<Ticket | null>(applyTicketEvent, ticket);
