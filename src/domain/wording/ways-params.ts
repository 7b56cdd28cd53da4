import type { Moment, PersonId, WordsId } from '../ids';
import type { WayBar, WayKind } from '../ticket/ways/way';
import type { Head } from './head';

type Visit = Head & { way: WayKind; from: Moment; to: Moment | null };

/** What is said of the four ways of handling. `yours`: the reader has the matter in hand. */
export interface WaysParams {
  'ticket.consent-ask': Head & { name: PersonId; by: PersonId; words: readonly WordsId[] };
  'ticket.consent-asked': Head;
  'ticket.consent': Head & { given: boolean; yours: boolean };
  /** `side`: who is asked. */
  'ticket.visit-ask': Visit & { side: 'handler' | 'reporter' };
  'ticket.visit-asked': Visit;
  'ticket.visit-agreed': Visit;
  'ticket.visit-declined': Visit;
  'ticket.visit-cancelled': Visit;
  'ticket.visit-remind': Visit & { yours: boolean };
  'ticket.visit-missed': Visit & { yours: boolean };
  'ticket.visit-unanswered': Visit & { yours: boolean };
  /** It jumps the queue: to whoever said so, to whose matter it is, and to whoever has it. */
  'ticket.green': Head & { reader: 'by' | 'reporter' | 'handler' };
  'refused.green': Head & { reasons: readonly string[] };
  'refused.way': Head & { why: WayBar };
}

/** The keys of it that are about a ticket and no refusal. */
export type WaysKey = Extract<keyof WaysParams, `ticket.${string}`>;
