import type { Budgets } from './budgets';
import type {
  Chats,
  Clock,
  Communities,
  Incidents,
  Leases,
  Logger,
  Matters,
  Outbox,
  OutboxRow,
  People,
  Photos,
  Platform,
  WakeUps,
  Words,
} from '../ports';

/** `byNature`: nobody could be rung up. `mentioned`: a group is asked that the person write first. */
export interface WaysLeft {
  readonly byNature: boolean;
  readonly mentioned: boolean;
}

/** Everything sending leans on; wired in `app.ts`. */
export interface DeliveryPorts {
  readonly clock: Clock;
  /** The machine's clock: waits, leases and limits. */
  readonly machine: Clock;
  readonly communities: Communities;
  readonly people: Pick<People, 'byId' | 'byIds'>;
  readonly words: Words;
  readonly photos: Pick<Photos, 'byId' | 'read'>;
  readonly matters: Pick<Matters, 'load' | 'find'>;
  readonly chats: Pick<Chats, 'byId' | 'mark' | 'migrate' | 'usedChats'>;
  readonly outbox: Pick<
    Outbox,
    | 'byId'
    | 'next'
    | 'together'
    | 'hold'
    | 'askedOf'
    | 'nextTry'
    | 'begin'
    | 'sent'
    | 'postpone'
    | 'interrupted'
    | 'giveUp'
    | 'unreachable'
    | 'unheardBy'
    | 'goesWithout'
    | 'card'
    | 'linesOf'
    | 'recallsOf'
    | 'add'
  >;
  readonly leases: Leases;
  readonly incidents: Incidents;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
  /** Told when a person can't be reached in private; `ways`: what is left to try. */
  readonly unreachable: (row: OutboxRow, ways: WaysLeft) => Promise<void>;
  /** By name. */
  readonly platforms: ReadonlyMap<string, Platform>;
  /** Loads, once, what makes simplified characters traditional. */
  readonly toTraditional: () => Promise<(text: string) => string>;
  readonly budgets: Budgets;
  /** This process, as others see it in a lease. */
  readonly holder: string;
  readonly log: Logger;
}
