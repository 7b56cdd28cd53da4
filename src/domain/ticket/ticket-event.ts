import { z } from 'zod';
import { inPersonEvents } from './in-person/in-person-events';
import { applyingEvents } from './applying/applying-events';
import { reportingEvents } from './reporting/reporting-events';
import { dispatchingEvents } from './dispatching/dispatching-events';
import { suggestingEvents } from './suggesting/suggesting-events';
import { workingEvents } from './working/working-events';
import { reviewingEvents } from './reviewing/reviewing-events';
import { alarmingEvents } from './alarming/alarm-events';
import { callBackEvents } from './calling-back/call-back-events';
import { standInEvents } from './standing-in/stand-in-events';
import { mergingEvents } from './merging/merging-events';
import { proofEvents } from './proving/proof-events';
import { seekingEvents } from './seeking/seeking-events';
import { searchEvents } from './searching/search-events';
import { identifyingEvents } from './identifying/identifying-events';
import { waysEvents } from './ways/ways-events';
import { joiningEvents } from './joining/joining-events';
import { bringingUpEvents } from './bringing-up/bringing-up-events';
import { conveningEvents } from './convening/convening-events';
import { followingEvents } from './following/following-events';
import { clockEvents } from './clocks/clock-events';

/**
 * What can happen to a ticket, oldest first in its history. Ids only: words, names and photos live in documents that
 * can be erased. A new need gets a new kind; a kind that was stored once is never changed.
 */
export const TicketEvent = z.discriminatedUnion('kind', [
  ...reportingEvents,
  ...dispatchingEvents,
  ...workingEvents,
  ...suggestingEvents,
  ...reviewingEvents,
  ...alarmingEvents,
  ...callBackEvents,
  ...standInEvents,
  ...clockEvents,
  ...bringingUpEvents,
  ...mergingEvents,
  ...proofEvents,
  ...seekingEvents,
  ...searchEvents,
  ...identifyingEvents,
  ...waysEvents,
  ...conveningEvents,
  ...applyingEvents,
  ...inPersonEvents,
  ...joiningEvents,
  ...followingEvents,
]);
export type TicketEvent = z.infer<typeof TicketEvent>;

export type EventKind = TicketEvent['kind'];
export type EventOf<K extends EventKind> = Extract<TicketEvent, { kind: K }>;
