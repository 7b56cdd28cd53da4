import { z } from 'zod';
import { readNumber } from '../understanding/read-number';

/** By its village and number; on no platform, and the same whoever lives there. */
export type HouseholdId = string;

export const cards = ['chat', 'paper'] as const;

/** A household of a village. Its points are its own and nobody's of the people in it. */
export const Household = z
  .object({
    id: z.string(),
    /** The area it is counted in. */
    village: z.string(),
    /** As it stands on the door, without 号 or 院. */
    number: z.string(),
    address: z.string().nullable(),
    /** The name of its head, as the list says it. */
    head: z.string(),
    /** Who of those that Linli knows is its head; null: nobody yet, and a paper card is carried there. */
    headPerson: z.string().nullable(),
    members: z.array(z.string()).readonly(),
    card: z.enum(cards),
    /** The name it chose for the honours; null: its number stands there. */
    honourName: z.string().nullable(),
  })
  .readonly();
export type Household = z.infer<typeof Household>;

const ending = /(?:号院|号户|号家|号|院|户|家)$/u;

/** "3", "3号", "三号院", "第3户", "３ 号" all come to "3"; null: there is none that a door could have. */
export const householdNumber = (text: string): string | null => {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').replace(/^第/u, '').replace(ending, '');
  if (!/^[\p{Script=Han}a-z\d]+(?:-[\p{Script=Han}a-z\d]+)*$/u.test(plain) || plain.length > 20) return null;
  const number = readNumber(plain);
  return number === null ? plain : String(number);
};

export const householdId = (village: string, number: string): HouseholdId => `${village}.${number}`;
