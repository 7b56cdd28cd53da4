import type { MatterRef } from '../domain/decision';
import type { ChatId, Moment, PhotoId } from '../domain/ids';
import type { Stored } from './ports';
import type { Inbound, InboundAnswer } from './inbound';

/** What the edges call: one entry for what is said, one for what time does, one for what is to be sent. */
export interface Engine {
  /** Handles one message, press or chat event; returns after the commit. Throws on an outage: hand it in again. */
  handle(inbound: Inbound): Promise<InboundAnswer>;
  /** Runs the matter's tick if it is still due; `known` saves reading it, when it was read just now. */
  tick(matter: MatterRef, known?: Stored<unknown>): Promise<'done' | 'not-due'>;
  /** Brings open matters to changed rules; ends after so long, and the sweep goes on. Says how many it looked at. */
  recompute(budgetMs?: number): Promise<number>;
  /** At a start: what the pack has happen by itself, week by week, falls due. Safe to be run again. */
  begin(): Promise<void>;
  /** A photo was fetched: what it shows may say something of its matter. */
  photoKept(photo: PhotoId): Promise<void>;
  /** Sends what may be sent now in this chat, under its lease; never sleeps, never retries by itself. */
  drain(chat: ChatId): Promise<DrainResult>;
}

export interface DrainResult {
  readonly sent: number;
  /** The drain of this chat is held by somebody else. */
  readonly held: boolean;
  /** Machine time at which the chat's next row may be tried; null: nothing is left. */
  readonly nextAt: Date | null;
}

/** What falls due next: for the sandbox's clock and for people who ask. */
export interface NextDue {
  readonly at: Moment;
  readonly matter: MatterRef | null;
}
