import type { AreaId, Moment, PersonId } from '../ids';
import type { MorningItem } from './morning-line';
import type { Head } from './head';

/** Who is on duty, who is away, who stands in, and what waited for the morning. */
export interface DutyParams {
  'duty.on': { person: PersonId; area: AreaId; from: Moment; to: Moment };
  'duty.leave': { person: PersonId; from: Moment; to: Moment; substitute: PersonId | null };
  /** To who stands in. `open`: what the person who is away had in hand; found out when it is said. */
  'duty.stand-in': { person: PersonId; from: Moment; to: Moment; open: readonly Head[] };
  'duty.stand-in-coming': { person: PersonId; from: Moment; to: Moment };
  'duty.stand-in-over': { person: PersonId };
  /** The first line of what is said to who stands in. */
  'duty.stands-for': { person: PersonId };
  /** What waited for the recipient's working hours, a line a matter. */
  'duty.morning': { items: readonly MorningItem[] };
  'duty.back': { person: PersonId; substitute: PersonId | null };
  'refused.duty-circle': { chain: readonly PersonId[] };
  'refused.duty-empty': { area: AreaId; at: Moment };
  'refused.duty-away': { substitute: PersonId; at: Moment };
  'refused.duty-person': { name: string };
  'refused.duty-role': Readonly<Record<string, never>>;
  'refused.duty-when': Readonly<Record<string, never>>;
  'refused.duty-no-leave': Readonly<Record<string, never>>;
}
