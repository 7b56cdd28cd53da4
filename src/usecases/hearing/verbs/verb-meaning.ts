import type { Community, Person } from '../../../domain/community/community';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { PhotoWanted, WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';

export type AnchoredCommand = Extract<TypedCommand, { kind: 'anchored' }>;

export interface Setting {
  readonly person: Person;
  readonly community: Community;
}

/** A verb that somebody said of a ticket. */
export interface Asked extends Setting {
  readonly ports: EnginePorts;
  readonly inbound: InboundMessage;
  readonly typed: AnchoredCommand;
  readonly ticket: Ticket;
  /** What stands behind the verb, the reason behind it; null where nothing does. Stored only when the command names them. */
  readonly said: WordsDocument | null;
  /** The reason alone. */
  readonly why: WordsDocument | null;
  /** Behind "给": to whom, as it was said. */
  readonly where: WordsDocument | null;
  readonly photos: readonly PhotoWanted[];
  /** Words that the command names beside these: kept with it. */
  readonly keeps: (words: readonly WordsDocument[]) => void;
}

interface VerbOfAll {
  /** Words of those who handle; from others without an anchor they are plain talk. */
  readonly handlers?: true;
  /** From others it is plain talk even with an anchor; so it is without one, whoever says it: it may cry for help. */
  readonly workersOnly?: true;
  /** A group's card invites everybody to it. */
  readonly onCard?: true;
  /** Those who were asked to look for somebody say it, whoever they are. */
  readonly onSearch?: true;
  /** What stands on the public page, everybody may say it of. */
  readonly onPublic?: true;
  /** Said of a merged ticket it means that one, and not what it follows. */
  readonly ofMerged?: true;
}

/** A verb that changes the ticket. */
interface ChangingVerb extends VerbOfAll {
  /** Null: nothing to do; the history is said instead. */
  readonly command: (asked: Asked) => TicketCommand | null | Promise<TicketCommand | null>;
}

/** A verb that is answered with words of its own, or begins a conversation. */
interface AnsweringVerb extends VerbOfAll {
  readonly answer: (asked: Asked) => Promise<InboundAnswer>;
}

export type VerbMeaning = ChangingVerb | AnsweringVerb;
