import type { MatterEvent, MatterRef } from '../../domain/decision';
import type { AccountId } from '../../domain/points/account';
import type { Moment } from '../../domain/ids';
import type { MatterChange } from '../ports';

/** A matter as it is stored, and everything that happened to it up to that version. */
export interface AuditedMatter {
  readonly ref: MatterRef;
  readonly version: number;
  readonly state: unknown;
  readonly dueAt: Moment | null;
  readonly index: MatterChange['index'];
  readonly events: readonly MatterEvent[];
}

/** A balance that is stored (null: none is) beside the sum of its account's postings. */
export interface AuditedBalance {
  readonly account: AccountId;
  readonly stored: number | null;
  readonly posted: number;
}

export type MendedMatter = Pick<MatterChange, 'ref' | 'state' | 'dueAt' | 'index'>;

/** What is stored beside what it was made of; read piece by piece, however much there is. */
export interface Audit {
  matters(): AsyncIterable<AuditedMatter>;
  /** Tickets first reported from `from` on and before `to`. */
  ticketsReported(from: Moment, to: Moment): AsyncIterable<AuditedMatter>;
  /** Accounts that store a balance. */
  balances(): AsyncIterable<AuditedBalance>;
  /** False when it has changed since it was read: nothing is written then. */
  mendMatter(version: number, mended: MendedMatter): Promise<boolean>;
  mendBalance(balance: AuditedBalance): Promise<boolean>;
}
