import { z } from 'zod';
import type { Service } from './service';

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape }).readonly();

const id = z.string();
const asked = { to: z.array(id).readonly(), rung: z.int() };

/** What can happen to hours served. Ids only. */
export const ServiceEvent = z.discriminatedUnion('kind', [
  event('logged', {
    ...{ id, number: z.int(), helper: id, served: id, area: id.nullable() },
    ...{ minutes: z.int(), day: id, words: id.nullable() },
    ...asked,
  }),
  event('asked', asked),
  /** `how`: by the word of whoever was asked, or by a code of the served person's card. */
  event('confirmed', { by: id, how: z.enum(['word', 'card']), points: z.int() }),
  event('declined', { by: id }),
  event('withdrawn', { by: id }),
  event('lapsed', {}),
]);
export type ServiceEvent = z.infer<typeof ServiceEvent>;

const begin = (event: Extract<ServiceEvent, { kind: 'logged' }>): Service => {
  const { kind: _kind, to, ...given } = event;
  return { ...given, phase: 'waiting', asked: to, askedAt: event.at, points: 0 };
};

const change = (service: Service, event: Exclude<ServiceEvent, { kind: 'logged' }>): Service => {
  switch (event.kind) {
    case 'asked':
      return { ...service, asked: event.to, askedAt: event.at, rung: event.rung };
    case 'confirmed':
      return { ...service, phase: 'confirmed', points: event.points };
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
      return { ...service, phase: event.kind };
  }
};

/** The state of a service is the fold of its events. */
export const foldService = (service: Service | null, events: readonly ServiceEvent[]): Service | null =>
  events.reduce<Service | null>(
    (state, event) => (event.kind === 'logged' ? begin(event) : state && change(state, event)),
    service,
  );
