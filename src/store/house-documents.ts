import { z } from 'zod';
import { owned } from './documents';

export const LeaseDocument = z.object({
  ...owned,
  holder: z.string(),
  /** Of this taking: tells our own taking from another's. */
  token: z.string(),
  fence: z.int().positive(),
  until: z.date(),
});
export type LeaseDocument = z.infer<typeof LeaseDocument>;

export const PlatformStatusDocument = z.object({
  ...owned,
  platform: z.string(),
  account: z.string(),
  state: z.enum(['starting', 'scan', 'on', 'logged-out', 'lost', 'off']),
  qr: z.string().nullable(),
  as: z.string().nullable(),
  since: z.date(),
  seenAt: z.date(),
});
export type PlatformStatusDocument = z.infer<typeof PlatformStatusDocument>;

export const IncidentDocument = z.object({
  ...owned,
  subject: z.string(),
  what: z.string(),
  mend: z.string(),
  since: z.date(),
  times: z.int().positive(),
  closedAt: z.date().nullable(),
});
export type IncidentDocument = z.infer<typeof IncidentDocument>;

export const CounterDocument = z.object({ ...owned, value: z.number() });
export type CounterDocument = z.infer<typeof CounterDocument>;

export const MigrationDocument = z.object({ ...owned, at: z.date() });
export type MigrationDocument = z.infer<typeof MigrationDocument>;
