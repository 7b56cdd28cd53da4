import { z } from 'zod';
import { queueNames } from '../usecases/ports-of-operations';
import { MatterRefDocument, owned } from './documents';

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

/** The last sweep of all processes. */
export const SweepDocument = z.object({
  ...owned,
  at: z.date(),
  ms: z.number(),
  recomputed: z.int(),
  ticked: z.int(),
  drained: z.int(),
  fetched: z.int(),
  failed: z.int(),
});
export type SweepDocument = z.infer<typeof SweepDocument>;

export const FailedJobDocument = z.object({
  ...owned,
  id: z.string(),
  queue: z.enum(queueNames),
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('chat'), chat: z.string() }),
    z.object({ kind: z.literal('matter'), matter: MatterRefDocument }),
    z.object({ kind: z.literal('photo'), photo: z.string() }),
  ]),
  why: z.string(),
  at: z.date(),
  times: z.int().positive(),
  expireAt: z.date(),
});
export type FailedJobDocument = z.infer<typeof FailedJobDocument>;

export const BackupDocument = z.object({
  ...owned,
  file: z.string(),
  at: z.date(),
  bytes: z.number(),
  documents: z.int(),
  /** Where it was put, on the machine that made it; two of one second bear one name. */
  folders: z.array(z.string()).default([]),
  verifiedAt: z.date().nullable(),
});
export type BackupDocument = z.infer<typeof BackupDocument>;

export const CounterDocument = z.object({ ...owned, value: z.number() });
export type CounterDocument = z.infer<typeof CounterDocument>;

/** `made`: of a list of indexes, each of them; nothing else is ever dropped. */
export const MigrationDocument = z.object({ ...owned, at: z.date(), made: z.array(z.string()).optional() });
export type MigrationDocument = z.infer<typeof MigrationDocument>;
