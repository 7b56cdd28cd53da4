import { z } from 'zod';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id in small letters and digits, such as red');
const Name = z.string().trim().min(1, 'a name').max(20, 'a name of at most 20 characters');

/** A colour of the ledger: how often somebody of it is visited. */
export const CareColour = z.strictObject({ id: Id, zh: Name, en: Name, visitDays: z.int().min(1).max(366) }).readonly();
export type CareColour = z.infer<typeof CareColour>;

/** The ledger of people in care (五色台账): its colours, the most pressing first. */
export const CarePolicy = z
  .strictObject({
    colours: z.array(CareColour).nonempty('at least one colour').readonly(),
    /** Days before a visit is due at which the contact is reminded. */
    remindDays: z.int().min(0).max(60).default(2),
  })
  .readonly();
export type CarePolicy = z.infer<typeof CarePolicy>;

export const coloursOf = ({ care }: { readonly care: CarePolicy | null }): readonly CareColour[] => care?.colours ?? [];

/** A colour that the pack has no more keeps its name and is visited every month. */
export const colourOf = (colours: readonly CareColour[], id: string): CareColour =>
  colours.find((colour) => colour.id === id) ?? { id, zh: id, en: id, visitDays: 30 };

/** "红", "红色", "red": the colour that is meant. */
export const colourNamed = (colours: readonly CareColour[], said: string): CareColour | null => {
  const bare = (name: string): string => name.trim().toLowerCase().replace(/色$/u, '');
  return colours.find(({ id, zh, en }) => [id, zh, en].some((name) => bare(name) === bare(said))) ?? null;
};
