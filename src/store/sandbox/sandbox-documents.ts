import { z } from 'zod';
import { chatPurposes } from '../../domain/community/community';
import { owned } from '../documents';

export const SandboxChatDocument = z.object({
  ...owned,
  id: z.string(),
  title: z.string(),
  kind: z.enum(['group', 'private']),
  purpose: z.enum(chatPurposes).nullable(),
  area: z.string().nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  botRemoved: z.boolean(),
  order: z.int(),
});
export type SandboxChatDocument = z.infer<typeof SandboxChatDocument>;

export const SandboxMessageDocument = z.object({
  ...owned,
  id: z.string(),
  chat: z.string(),
  from: z.string(),
  text: z.string(),
  photos: z.array(z.string()),
  voice: z.string().nullable(),
  location: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  replyTo: z.string().nullable(),
  album: z.string().nullable(),
  matter: z.number().nullable(),
  ours: z.string().nullable(),
  why: z.array(z.string()),
  silent: z.boolean(),
  handled: z.boolean(),
  arrivedAt: z.date(),
  at: z.string(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  /** Its place in the chat, and that of its last change. */
  seq: z.int(),
  changed: z.int(),
});
export type SandboxMessageDocument = z.infer<typeof SandboxMessageDocument>;
