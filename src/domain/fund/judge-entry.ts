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
import { askOfSame, saysOfDropped, saysOfLess, saysOfStanding } from './fund-says';
import type { FundContext } from './note-entry';

/** The public elder-care account, in fen; what stands against it is the world outside. */
export const fundAccount = 'fund:elder-care';
const outside = 'outside:elder-care';

export type FundCommand =
  | { readonly kind: 'approve' | 'decline' | 'withdraw'; readonly by: Person }
  /** `nth`: in the order in which they came; null: it was not said. */
  | { readonly kind: 'drop-photo'; readonly by: Person; readonly nth: number | null };

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

/** What is no receipt goes, and those who were asked look anew; an expense keeps one. */
const dropPhoto = (
  entry: FundEntry,
  { by, nth }: Extract<FundCommand, { kind: 'drop-photo' }>,
  judging: Judging,
): Result<Decision<FundEvent>, FundRefusal> => {
  const photos = entry.photos.length;
  if (photos < 2) return refused({ kind: 'last-photo', photos });
  const photo = nth === null ? undefined : entry.photos[nth - 1];
  if (photo === undefined) return refused({ kind: 'which-photo', photos });
  const event: FundEvent = { kind: 'receipt-dropped', at: judging.now, by: by.id, photo };
  return decided({ events: [event], says: saysOfLess(foldFund(entry, [event]) ?? entry, judging) });
};

/** Whoever noted it takes it back, and no other; nobody says yes to their own. */
const barOf = (entry: FundEntry, { kind, by }: FundCommand): FundRefusal | null => {
  if (kind === 'withdraw' || kind === 'drop-photo') return by.id === entry.by ? null : { kind: 'not-yours' };
  if (by.id === entry.by) return { kind: 'same-person' };
  if (entry.payee?.people.includes(by.id)) return { kind: 'payee' };
  return entry.asked.includes(by.id) ? null : { kind: 'not-yours' };
};

/** Somebody said something of a line that waits: the decision, or why not. */
export const judgeEntry = (
  entry: FundEntry,
  command: FundCommand,
  judging: Judging,
): Result<Decision<FundEvent>, FundRefusal> => {
  const bar = barOf(entry, command);
  if (bar) return refused(bar);
  if (entry.phase !== 'waiting') return refused({ kind: 'over', phase: entry.phase });
  const { kind, by } = command;
  if (kind === 'drop-photo') return dropPhoto(entry, command, judging);
  if (kind === 'approve') return approve(entry, by, judging);
  const event: FundEvent = { kind: kind === 'decline' ? 'declined' : 'withdrawn', at: judging.now, by: by.id };
  const after = foldFund(entry, [event]) ?? entry;
  return decided({ events: [event], says: saysOfDropped(after, by.id, judging) });
};
