import type { ChatPurpose } from '../domain/community/community';
import type { AreaId, ChatId, MessageId, Moment, PersonId } from '../domain/ids';

/** A photo, voice or file as a platform names it; fetched later through the platform, never by the report. */
export interface MediaSource {
  readonly platform: string;
  /** The platform's own name of the file. */
  readonly ref: string;
  readonly kind: 'photo' | 'document' | 'voice';
  readonly mime: string | null;
  readonly bytes: number | null;
}

/** The chat as Linli knows it; `purpose` and `area` are null for a private chat and for a group that is not bound. */
export interface InboundChat {
  readonly id: ChatId;
  readonly platform: string;
  readonly kind: 'group' | 'private';
  readonly purpose: ChatPurpose | null;
  readonly area: AreaId | null;
  readonly title: string;
}

export interface InboundSender {
  readonly person: PersonId;
  /** The name the platform shows. */
  readonly name: string;
  /** How the platform knows the person; enough to write to them in private. */
  readonly identity: { readonly platform: string; readonly account: string; readonly nativeId: string };
}

interface InboundBase {
  /** Repeat-safe, made by the adapter: Linli's chat id, the message id, plus the edit time or the press's id. */
  readonly key: string;
  readonly chat: InboundChat;
  readonly sender: InboundSender;
  /** Program time at which it was said (the platform's time, moved by the program's clock). */
  readonly at: Moment;
}

export interface InboundMessage extends InboundBase {
  readonly kind: 'message';
  /** The platform's message id, to reply to. */
  readonly messageId: string;
  readonly text: string;
  readonly media: readonly MediaSource[];
  readonly location: { readonly lat: number; readonly lng: number } | null;
  /** Messages with one album belong together. */
  readonly album: string | null;
  readonly replyTo: {
    readonly messageId: string;
    /** Our message, where the adapter knows it. */
    readonly ours: MessageId | null;
    /** The quoted words, where the platform gives them. */
    readonly quote: string | null;
    readonly fromBot: boolean;
  } | null;
  readonly mentioned: boolean;
  readonly forwarded: boolean;
  readonly fromBot: boolean;
  readonly edited: boolean;
  /** Said in one of several parts of the group: an answer to it stands there, too, and nothing else does. */
  readonly topic?: true;
  /** Of one that was edited: the key of the message as it was first said. */
  readonly edits?: string;
}

export interface InboundPress extends InboundBase {
  readonly kind: 'press';
  readonly message: MessageId;
  readonly choice: string;
}

export interface InboundRecall extends InboundBase {
  readonly kind: 'recall';
  readonly messageId: string;
}

/** Something that happened to the chat itself. */
export interface InboundChatEvent extends InboundBase {
  readonly kind: 'chat';
  readonly what: 'bot-added' | 'bot-removed' | 'joined' | 'left' | 'renamed';
  /** With `bot-added`; false: the platform hides plain messages and photos of this group from the bot, until staff change that. */
  readonly hearsAll?: boolean;
}

export type Inbound = InboundMessage | InboundPress | InboundRecall | InboundChatEvent;

/**
 * Why what somebody wished for was not done: as it stands now it cannot be (any more); it is not theirs to do; there is
 * nothing of the kind; something is missing or wrong; it was too much at once.
 */
export type NotDone = 'late' | 'not-theirs' | 'not-there' | 'unfit' | 'too-much';

/** What the adapter shows at once, without an outbox row (a press's notice); null: nothing. */
export interface InboundAnswer {
  readonly notice: string | null;
  /** Why Linli did what it did; the sandbox shows it. */
  readonly why: readonly string[];
  /** True when nothing was said because nothing was meant for Linli. */
  readonly silent: boolean;
  /** Of a wish that changed no matter: answered all the same, or why it was not done. A page shows these apart. */
  readonly came?: 'answered' | NotDone;
  /** The number of the ticket that a report became or joined, where it was one. */
  readonly number?: number;
}
