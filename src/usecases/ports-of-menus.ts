import type { ChatPurpose, Person } from '../domain/community/community';
import type { ChatId, PersonId } from '../domain/ids';

/** A chat in which a platform shows a list of commands of its own. */
export interface MenuChat {
  readonly chat: ChatId;
  readonly nativeId: string;
  /** Of a group that is bound. */
  readonly purpose: ChatPurpose | null;
  /** Whose private chat it is. */
  readonly person: Person | null;
  /** What is shown there, by its fingerprint; null: what everybody sees. */
  readonly shown: string | null;
  /** Whoever was here is erased: what is shown there is taken away, and the chat is known no more. */
  readonly left: boolean;
}

/** Which commands a platform shows where: kept, so that a start sets nothing anew. */
export interface Menus {
  /**
   * Chats that may need a list of their own, or have one: of staff, of whoever holds a role, wishes a language or isn't
   * heard, and of `besides`; and those that somebody erased has left behind. Private ones only where the person has written.
   */
  special(platform: string, besides: readonly PersonId[]): Promise<readonly MenuChat[]>;
  byNativeIds(platform: string, nativeIds: readonly string[]): Promise<readonly MenuChat[]>;
  shows(chat: ChatId, menu: string | null): Promise<void>;
}
