import type { Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { counts, FundEntry } from '../../domain/fund/fund-entry';
import type { Matters } from '../../usecases/ports';

interface ReceiptPorts {
  readonly matters: Pick<Matters, 'find' | 'byNumber'>;
}

/** As many as staff look through at once. */
const newest = 300;

/** The line of the public account that a photo's matter is. Null: it is none, or does not stand. */
export const fundOf = async ({ matters }: ReceiptPorts, matter: string): Promise<FundEntry | null> => {
  const number = /^fund-(\d+)$/.exec(matter)?.[1];
  const stored = number === undefined ? null : await matters.byNumber<unknown>(Number(number));
  if (stored?.ref.kind !== 'fund') return null;
  const entry = FundEntry.parse(stored.state);
  return counts(entry) ? entry : null;
};

/** Staff alone say whether everybody sees a receipt. */
export const looksAtReceipts = (person: Person): boolean => hasRole(person, ['staff', 'director']);

/** Receipts of lines that stand, the newest first. */
export const receiptsFor = async (
  { matters }: ReceiptPorts,
  person: Person,
): Promise<readonly { readonly number: number; readonly id: string }[]> => {
  if (!looksAtReceipts(person)) return [];
  const found = await matters.find<unknown>({ kind: 'fund', open: true, limit: newest });
  return found
    .map(({ state }) => FundEntry.parse(state))
    .filter(counts)
    .flatMap(({ number, photos }) => photos.map((id) => ({ number, id })));
};
