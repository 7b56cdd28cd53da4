import { z } from 'zod';
import { botId } from './sandbox.inbound';

const Id = z.string().min(1).max(200);
/** An id that somebody chooses for a person or a group: it stands in addresses. Nobody may speak as the bot. */
const NewId = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'letters, digits, "-", "_" and "." only')
  .refine((id) => id !== botId, `"${botId}" is the bot's own id`);

/** Bytes as base64, with or without a `data:` prefix. */
const Base64 = z
  .string()
  .transform((text) => text.replace(/^data:[\w/+.-]{0,100};base64,/, ''))
  .refine((text) => !/[^A-Za-z0-9+/_=\-\s]/.test(text), 'the bytes of a file as base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length > 0, 'the bytes of a file as base64, not empty');

/** More than anybody types, and far below what a document holds. */
const Text = z.string().max(1_000_000);

export const ChatParams = z.object({ chat: Id });
export const MessageParams = z.object({ chat: Id, id: Id });

export const MessagesQuery = z.object({ after: Id.optional() });

export const NewMessage = z.strictObject({
  from: Id,
  text: Text.default(''),
  replyTo: Id.nullish(),
  location: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).nullish(),
  photo: Base64.nullish(),
  voice: Base64.nullish(),
  album: Id.nullish(),
  id: Id.nullish(),
});

/** The fields of a multipart message; its files come beside them. */
export const NewMessageFields = z.object({
  from: Id,
  text: Text.default(''),
  replyTo: Id.optional(),
  album: Id.optional(),
  id: Id.optional(),
});

/** The same `id` again is the same press, delivered again. */
export const Choose = z.strictObject({ from: Id, choice: z.string().min(1).max(64), id: Id.optional() });
export const EditText = z.strictObject({ text: Text });

export const Members = z
  .strictObject({
    join: z.strictObject({ id: NewId, name: z.string().min(1).max(60) }).optional(),
    leave: Id.optional(),
  })
  .refine(({ join, leave }) => (join === undefined) !== (leave === undefined), 'either join or leave');

export const Bot = z.strictObject({ removed: z.boolean() });

export const NewChat = z.strictObject({
  id: NewId.optional(),
  title: z.string().min(1).max(60),
  members: z.array(Id).min(1),
});

const Times = z.int().min(0).max(1000);
export const FaultRequest = z
  .strictObject({
    failNext: Times.optional(),
    dropAnswerNext: Times.optional(),
    failOneIn: Times.optional(),
    dropAnswerOneIn: Times.optional(),
    chat: Id.nullish(),
  })
  .refine(
    ({ failNext, dropAnswerNext, failOneIn, dropAnswerOneIn }) =>
      (failNext ?? dropAnswerNext ?? failOneIn ?? dropAnswerOneIn) !== undefined,
    'failNext, dropAnswerNext, failOneIn or dropAnswerOneIn',
  );

/** A year and a month: further than any deadline. */
export const furthestMinutes = 400 * 24 * 60;
const Minutes = z.number().min(0).max(furthestMinutes);
export const MoveClock = z
  .strictObject({
    advanceMinutes: Minutes.optional(),
    to: z.iso.datetime({ offset: true, local: false }).optional(),
    jumpMinutes: Minutes.optional(),
  })
  .refine(
    (moves) => Object.values(moves).filter((each) => each !== undefined).length === 1,
    'one of advanceMinutes, to, jumpMinutes',
  );
export type MoveClock = z.infer<typeof MoveClock>;

export const TicketParams = z.object({ number: z.coerce.number().int().positive() });
export const FileParams = z.object({ name: z.string().min(1).max(300) });
