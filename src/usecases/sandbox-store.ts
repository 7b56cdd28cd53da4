import type { AreaId, MessageId, Moment } from '../domain/ids';
import type { ChatPurpose } from '../domain/community/community';

/** What the sandbox keeps for itself, as a platform's own servers would: chats, members, messages, files. */
export interface SandboxMember {
  /** The platform's own id of the person. */
  readonly id: string;
  readonly name: string;
}

export interface SandboxChat {
  readonly id: string;
  readonly title: string;
  readonly kind: 'group' | 'private';
  readonly purpose: ChatPurpose | null;
  readonly area: AreaId | null;
  readonly members: readonly SandboxMember[];
  /** True when the bot was removed from it: sends are refused as gone. */
  readonly botRemoved: boolean;
}

export interface SandboxMessage {
  readonly id: string;
  readonly chat: string;
  /** A member's id, or "bot". */
  readonly from: string;
  readonly text: string;
  /** Names of files. */
  readonly photos: readonly string[];
  readonly voice: string | null;
  readonly location: { readonly lat: number; readonly lng: number } | null;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly replyTo: string | null;
  readonly album: string | null;
  /** The number of the matter it speaks of. */
  readonly matter: number | null;
  /** Linli's own id of a message of the bot. */
  readonly ours: MessageId | null;
  /** Why Linli did what it did with it. */
  readonly why: readonly string[];
  /** True when Linli said nothing because nothing was meant for it. */
  readonly silent: boolean;
  /** False while it, its last edit or its recall is still to be handed to Linli. The bot's own are always handled. */
  readonly handled: boolean;
  readonly at: Moment;
  readonly editedAt: Moment | null;
  readonly deletedAt: Moment | null;
}

/** `id` null: the store gives one that sorts by time. */
export type SandboxMessageDraft = Omit<SandboxMessage, 'id' | 'editedAt' | 'deletedAt'> & {
  readonly id: string | null;
};

export type SandboxMessageEdit = Partial<
  Pick<SandboxMessage, 'text' | 'photos' | 'choices' | 'matter' | 'ours' | 'why' | 'silent' | 'handled'>
>;

export interface SandboxStore {
  /** `fresh` is false when the id was known in this chat: the stored message is returned and nothing changes. */
  insertMessage(draft: SandboxMessageDraft): Promise<{ readonly message: SandboxMessage; readonly fresh: boolean }>;
  message(chat: string, id: string): Promise<SandboxMessage | null>;
  /**
   * In the order of their arrival. After a message: what came, was edited or was deleted since that message arrived (so
   * itself only when it was). An unknown `after` gives all.
   */
  messages(chat: string, after?: string): Promise<readonly SandboxMessage[]>;
  /** In all chats, in the order of their arrival: what a crash left behind. */
  unhandled(): Promise<readonly SandboxMessage[]>;
  /**
   * `at` null changes it without showing it as edited: what Linli thought of it. `messages` does not then count it as
   * changed. Null: no such message.
   */
  edit(chat: string, id: string, change: SandboxMessageEdit, at: Moment | null): Promise<SandboxMessage | null>;
  /** Keeps the row, without words, photos or choices. Null: no such message. */
  delete(chat: string, id: string, at: Moment): Promise<SandboxMessage | null>;
  saveFile(file: { readonly bytes: Buffer; readonly mime: string }): Promise<string>;
  readFile(id: string): Promise<{ readonly bytes: Buffer; readonly mime: string } | null>;
  chats(): Promise<readonly SandboxChat[]>;
  chat(id: string): Promise<SandboxChat | null>;
  /** Stores or replaces it whole. */
  saveChat(chat: SandboxChat): Promise<void>;
  members(chat: string): Promise<readonly SandboxMember[]>;
  join(chat: string, member: SandboxMember): Promise<void>;
  leave(chat: string, member: string): Promise<void>;
}
