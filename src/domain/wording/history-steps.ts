import type { EventKind, EventOf, TicketEvent } from '../ticket/ticket-event';
import type { Speaker } from './params';

/** What the history says of each kind of event, in one language. */
export type HistorySteps = { readonly [K in EventKind]: (event: EventOf<K>, speaker: Speaker) => string };

export const sayStep = (steps: HistorySteps, event: TicketEvent, speaker: Speaker): string => {
  // The table has for each kind the function of that kind; the compiler cannot follow the pair through the index.
  const say = steps[event.kind] as (event: TicketEvent, speaker: Speaker) => string;
  return say(event, speaker);
};
