import { z } from 'zod';
import type { Say } from '../../domain/decision';
import { hasStrings, MatterRefDocument, owned } from '../documents';

const say = z.custom<Say>(hasStrings('key', 'urgency'), 'something to say');

export const OutboxDocument = z.object({
  ...owned,
  id: z.string(),
  effect: z.string(),
  chat: z.string(),
  person: z.string().nullable(),
  matter: MatterRefDocument.nullable(),
  matterVersion: z.int().nonnegative(),
  say,
  state: z.enum(['ready', 'sending', 'sent', 'given-up']),
  /** Ready or sending: what a drain still has to do. */
  pending: z.boolean(),
  critical: z.boolean(),
  /** A question that is still to be answered. */
  questionOpen: z.boolean(),
  holdUntil: z.date().nullable(),
  notBefore: z.date(),
  fence: z.number(),
  attempts: z.int().nonnegative(),
  doubles: z.int().nonnegative(),
  createdAt: z.date(),
  seq: z.int().nonnegative(),
  sentAs: z.array(z.string()),
  sentAt: z.date().nullable(),
  lastError: z.string().nullable(),
  /** A later edit of the same card said it. */
  coalesced: z.boolean(),
  /** Photos that were not there yet when it was sent. */
  withoutPhotos: z.array(z.string()).default([]),
  /** Program time at which a rider was asked by it how something came out, and the first of the rows asked with it. */
  askedAt: z.date().nullable().default(null),
  within: z.string().nullable().default(null),
  /** It was a line of a list: the first row of that, and the platform's ids of the list. */
  list: z
    .object({ first: z.string(), as: z.array(z.string()) })
    .nullable()
    .default(null),
  /** Given up because the person could not be reached in private. */
  unreachable: z.boolean().default(false),
});
export type OutboxDocument = z.infer<typeof OutboxDocument>;

/** The highest fencing number that a chat's drains have shown. */
export const FenceDocument = z.object({ ...owned, fence: z.number() });
export type FenceDocument = z.infer<typeof FenceDocument>;
