import type { Person } from '../community/community';
import {
  decided,
  refused,
  type AlsoDecision,
  type Decision,
  type Guard,
  type GuardWrite,
  type Result,
} from '../decision';
import { move, type Posting } from '../points/posting';
import { signedFen, type FundEntry } from './fund-entry';
import { foldFund, type FundEvent } from './fund-event';
import type { FundRefusal } from './fund-refusal';
import { askOfSame, saysOfDropped, saysOfStanding } from './fund-says';
import type { FundContext } from './note-entry';

/** The public elder-care account, in fen; what stands against it is the world outside. */
export const fundAccount = 'fund:elder-care';
const outside = 'outside:elder-care';

export interface FundCommand {
  readonly kind: 'approve' | 'decline' | 'withdraw';
  readonly by: Person;
}

export interface Judging extends FundContext {
  /** Of each receipt what it stands for, by its digest; null: the photo is not here (yet). */
  readonly receipts: readonly (Guard | null)[];
  /** The line that a counter entry takes back. */
  readonly corrected: { readonly version: number; readonly entry: FundEntry } | null;
}

/** The guard of a receipt: the same file is the same receipt. */
export const receiptGuardId = (digest: string): string => `receipt:${digest}`;

const postingOf = (entry: FundEntry, at: string): Posting => {
  const fen = signedFen(entry);
  const { id, number, way } = entry;
  return {
    ...{ cause: `${id}:stands`, at, number, reason: way === 'reversal' ? 'reversal' : `fund-${way}` },
    entries: fen > 0 ? move(outside, fundAccount, fen) : move(fundAccount, outside, -fen),
  };
};

/** What a counter entry does to the line that it takes back. Null: that was taken back meanwhile. */
const correction = (entry: FundEntry, { corrected, now }: Judging): readonly AlsoDecision[] | null => {
  if (entry.corrects === null) return [];
  if (corrected?.entry.phase !== 'booked') return null;
  const events: readonly FundEvent[] = [{ kind: 'fund-reversed', at: now, by: entry.number }];
  const { id, number } = corrected.entry;
  return [
    {
      ...{ matter: { kind: 'fund', id, number }, expectedVersion: corrected.version },
      ...{ state: foldFund(corrected.entry, events), events, says: [] },
    },
  ];
};

const approve = (entry: FundEntry, by: Person, judging: Judging): Result<Decision<FundEvent>, FundRefusal> => {
  const { now, receipts } = judging;
  if (receipts.some((receipt) => receipt === null)) return refused({ kind: 'receipt-not-here' });
  const found = receipts.flatMap((receipt) => receipt ?? []);
  const same = found.find(({ value }) => value?.number !== undefined && value.number !== entry.number)?.value?.number;
  if (same !== undefined && entry.same === null) {
    const events: readonly FundEvent[] = [{ kind: 'receipt-doubted', at: now, by: by.id, same }];
    return decided({ events, says: askOfSame({ ...entry, same }, by.id) });
  }
  const also = correction(entry, judging);
  if (also === null) return refused({ kind: 'over', phase: 'reversed' });
  return decided({
    events: [{ kind: 'fund-stands', at: now, by: by.id }],
    says: saysOfStanding(entry, by.id, judging),
    postings: [postingOf(entry, now)],
    guards: found.map(({ id, version, value }): GuardWrite => ({
      ...{ id, version, value: value ?? { matter: entry.id, number: entry.number } },
    })),
    also,
  });
};

/** Somebody said something of a line that waits: the decision, or why not. Nobody says yes to their own. */
export const judgeEntry = (
  entry: FundEntry,
  { kind, by }: FundCommand,
  judging: Judging,
): Result<Decision<FundEvent>, FundRefusal> => {
  if (kind === 'withdraw' && by.id !== entry.by) return refused({ kind: 'not-yours' });
  if (kind !== 'withdraw' && by.id === entry.by) return refused({ kind: 'same-person' });
  if (kind !== 'withdraw' && entry.payee?.people.includes(by.id)) return refused({ kind: 'payee' });
  if (kind !== 'withdraw' && !entry.asked.includes(by.id)) return refused({ kind: 'not-yours' });
  if (entry.phase !== 'waiting') return refused({ kind: 'over', phase: entry.phase });
  if (kind === 'approve') return approve(entry, by, judging);
  const event: FundEvent = { kind: kind === 'decline' ? 'declined' : 'withdrawn', at: judging.now, by: by.id };
  const after = foldFund(entry, [event]) ?? entry;
  return decided({ events: [event], says: saysOfDropped(after, by.id, judging) });
};
