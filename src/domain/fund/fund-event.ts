import { z } from 'zod';
import { FundEntry } from './fund-entry';

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape }).readonly();

const id = z.string();
const { way, fen, corrects, words, payee, photos } = FundEntry.unwrap().shape;
const to = z.array(id).readonly();

/** What can happen to a line of the public account. Ids only. */
export const FundEvent = z.discriminatedUnion('kind', [
  event('fund-noted', { id, number: z.int(), way, fen, corrects, words, payee, photos, by: id, to }),
  event('asked', { to }),
  /** Its receipt stands for another line, too. */
  event('receipt-doubted', { by: id, same: z.int() }),
  /** Of several photos one is no receipt. */
  event('receipt-dropped', { by: id, photo: id }),
  event('fund-stands', { by: id }),
  event('fund-reversed', { by: z.int() }),
  event('declined', { by: id }),
  event('withdrawn', { by: id }),
  event('lapsed', {}),
]);
export type FundEvent = z.infer<typeof FundEvent>;

const begin = (noted: Extract<FundEvent, { kind: 'fund-noted' }>): FundEntry => {
  const { kind: _kind, to: asked, ...given } = noted;
  return {
    ...{ ...given, phase: 'waiting', asked, askedAt: noted.at, times: 1 },
    ...{ same: null, second: null, reversedBy: null },
  };
};

const change = (entry: FundEntry, event: Exclude<FundEvent, { kind: 'fund-noted' }>): FundEntry => {
  switch (event.kind) {
    case 'asked':
      return { ...entry, asked: event.to, askedAt: event.at, times: entry.times + 1 };
    case 'receipt-doubted':
      return { ...entry, same: event.same };
    case 'receipt-dropped':
      return { ...entry, photos: entry.photos.filter((photo) => photo !== event.photo), same: null };
    case 'fund-stands':
      return { ...entry, phase: 'booked', second: { by: event.by, at: event.at } };
    case 'fund-reversed':
      return { ...entry, phase: 'reversed', reversedBy: event.by };
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
      return { ...entry, phase: event.kind };
  }
};

/** The state of a line is the fold of its events. */
export const foldFund = (entry: FundEntry | null, events: readonly FundEvent[]): FundEntry | null =>
  events.reduce<FundEntry | null>(
    (state, each) => (each.kind === 'fund-noted' ? begin(each) : state && change(state, each)),
    entry,
  );
