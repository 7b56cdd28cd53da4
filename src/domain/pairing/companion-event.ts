import { z } from 'zod';
import { bands, type Companion, type Pair } from './companion';

const id = z.string();
const by = { at: z.string(), by: id };

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape }).readonly();

/** What can happen to a neighbour's offer and to the pair that comes of it. Ids only. */
export const CompanionEvent = z.discriminatedUnion('kind', [
  event('volunteered', { ...by, id, number: z.int(), band: z.enum(bands), area: id.nullable() }),
  event('volunteered-again', { ...by, band: z.enum(bands), area: id.nullable() }),
  event('rested', { ...by }),
  event('asked', { ...by, pair: id, served: id, to: z.array(id).readonly(), own: z.boolean() }),
  event('agreed', { ...by, side: z.enum(['helper', 'served']) }),
  event('paired', { at: z.string() }),
  event('reminded', { at: z.string() }),
  /** `by` null: the time to answer was over. */
  event('unpaired', { at: z.string(), by: id.nullable(), why: z.enum(['declined', 'late', 'ended', 'rested']) }),
]);
export type CompanionEvent = z.infer<typeof CompanionEvent>;

const begin = ({ id, number, by, band, area, at }: Extract<CompanionEvent, { kind: 'volunteered' }>): Companion => ({
  ...{ id, number, person: by, band, area, willing: true, since: at, pair: null },
});

const inPair = (companion: Companion, changed: (pair: Pair) => Pair): Companion => ({
  ...companion,
  pair: companion.pair && changed(companion.pair),
});

const change = (companion: Companion, event: Exclude<CompanionEvent, { kind: 'volunteered' }>): Companion => {
  switch (event.kind) {
    case 'volunteered-again':
      return { ...companion, band: event.band, area: event.area, willing: true, since: event.at };
    case 'rested':
      return { ...companion, willing: false };
    case 'asked': {
      const { pair, served, by, at, to, own } = event;
      const fresh = { phase: 'asked', helperAgreed: false, servedAgreed: null, reminded: false } as const;
      return { ...companion, pair: { id: pair, served, by, at, to, own, ...fresh } };
    }
    case 'agreed':
      return inPair(companion, (pair) =>
        event.side === 'helper' ? { ...pair, helperAgreed: true } : { ...pair, servedAgreed: event.by },
      );
    case 'paired':
      return inPair(companion, (pair) => ({ ...pair, phase: 'stands', at: event.at }));
    case 'reminded':
      return inPair(companion, (pair) => ({ ...pair, reminded: true }));
    case 'unpaired':
      return { ...companion, pair: null };
  }
};

/** The state of an offer is the fold of its events. */
export const foldCompanion = (companion: Companion | null, events: readonly CompanionEvent[]): Companion | null =>
  events.reduce<Companion | null>(
    (state, event) => (event.kind === 'volunteered' ? begin(event) : state && change(state, event)),
    companion,
  );
