import { z } from 'zod';
import { owned } from '../documents';

export const LinkDocument = z.object({
  ...owned,
  hash: z.string(),
  purpose: z.enum(['sign-in', 'own-ticket', 'order-code', 'shop', 'statement']),
  person: z.string(),
  about: z.string().nullable(),
  until: z.string().nullable(),
  once: z.boolean(),
  usedAt: z.string().nullable(),
  /** MongoDB removes it later; null: it lasts. */
  expireAt: z.date().nullable(),
});
export type LinkDocument = z.infer<typeof LinkDocument>;

export const SessionDocument = z.object({
  ...owned,
  person: z.string(),
  device: z.string(),
  idleUntil: z.date(),
  expireAt: z.date(),
});
export type SessionDocument = z.infer<typeof SessionDocument>;

export const ComputerDocument = z.object({
  ...owned,
  /** Null: it was admitted, and its code is free. */
  code: z.string().nullable(),
  device: z.string(),
  since: z.string(),
  until: z.string(),
  person: z.string().nullable(),
  expireAt: z.date(),
});
export type ComputerDocument = z.infer<typeof ComputerDocument>;

export const SavedViewDocument = z.object({
  ...owned,
  id: z.string(),
  person: z.string(),
  name: z.string(),
  query: z.string(),
});
export type SavedViewDocument = z.infer<typeof SavedViewDocument>;
