import { z } from 'zod';
import type { Deed } from './deed';

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape }).readonly();

const id = z.string();
const asked = { to: z.array(id).readonly() };

/** What can happen to a deed that was named. Ids only. */
export const DeedEvent = z.discriminatedUnion('kind', [
  event('nominated', { id, number: z.int(), by: id, doer: id, words: id, ...asked }),
  event('asked', asked),
  event('approved', { by: id, points: z.int() }),
  event('declined', { by: id }),
  event('withdrawn', { by: id }),
  event('lapsed', {}),
]);
export type DeedEvent = z.infer<typeof DeedEvent>;

const begin = (event: Extract<DeedEvent, { kind: 'nominated' }>): Deed => {
  const { kind: _kind, to, ...given } = event;
  return { ...given, phase: 'waiting', asked: to, askedAt: event.at, times: 1, points: 0 };
};

const change = (deed: Deed, event: Exclude<DeedEvent, { kind: 'nominated' }>): Deed => {
  switch (event.kind) {
    case 'asked':
      return { ...deed, asked: event.to, askedAt: event.at, times: deed.times + 1 };
    case 'approved':
      return { ...deed, phase: 'approved', points: event.points };
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
      return { ...deed, phase: event.kind };
  }
};

/** The state of a deed is the fold of its events. */
export const foldDeed = (deed: Deed | null, events: readonly DeedEvent[]): Deed | null =>
  events.reduce<Deed | null>(
    (state, event) => (event.kind === 'nominated' ? begin(event) : state && change(state, event)),
    deed,
  );
