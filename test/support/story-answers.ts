import { z } from 'zod';

export const Ticket = z.object({
  number: z.number(),
  kind: z.string(),
  state: z.string(),
  category: z.string().nullable(),
  place: z.string().nullable(),
  owner: z.string().nullable(),
  reporters: z.array(z.string()),
  dueAt: z.string().nullable(),
  mergedInto: z.number().nullable(),
  reopenings: z.number(),
  solved: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
  history: z.array(z.object({ at: z.string(), what: z.string(), by: z.string().nullable() })),
});

export const Books = z.object({
  sum: z.number(),
  accounts: z.array(z.object({ id: z.string(), owner: z.string().nullable(), kind: z.string(), balance: z.number() })),
  entries: z.number(),
});
