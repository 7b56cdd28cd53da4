import type { ChatPurpose, Role } from '../domain/community/community';
import type { AreaId, Moment, PersonId } from '../domain/ids';

export interface InviteCode {
  readonly code: string;
  /** `self`: the account that types it is `person`'s. */
  readonly role: Role | 'group' | 'self';
  readonly area: AreaId;
  readonly purpose: ChatPurpose | null;
  readonly person?: PersonId | null;
  readonly until: Moment;
}

export interface Invites {
  make(invite: Omit<InviteCode, 'code'>): Promise<InviteCode>;
  /** Takes the code, once; null when unknown, used or expired. `by`: the message that does; again it gets the same. */
  take(code: string, at: Moment, by?: string): Promise<InviteCode | null>;
  look(code: string, at: Moment, by?: string): Promise<InviteCode | null>;
}
