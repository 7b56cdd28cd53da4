import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { impls } from 'wechaty-puppet';

interface WechatFile {
  toStream(): Promise<Readable>;
}

/** What of a wechaty puppet is used: below the classes of wechaty, which drop a message whose payload they can't load. */
export type WechatPuppet = Pick<
  impls.PuppetInterface,
  | 'on'
  | 'emit'
  | 'removeAllListeners'
  | 'start'
  | 'stop'
  | 'ding'
  | 'isLoggedIn'
  | 'currentUserId'
  | 'contactPayload'
  | 'messageLocation'
  | 'messagePayload'
  | 'messageRecall'
  | 'messageSend'
  | 'messageSendText'
  | 'roomList'
  | 'roomPayload'
> & {
  messageFile(id: string): Promise<WechatFile>;
  messageImage(id: string, size: number): Promise<WechatFile>;
};

/** Numbers of wechaty's schema, which travel over gRPC: the library is not loaded for them. */
export const messageTypes = { attachment: 1, audio: 2, image: 6, text: 7, location: 8, recalled: 13 } as const;
export const scanStatus = { waiting: 2, timeout: 5 } as const;
export const highDefinition = 2;
/** A file that travels in its own words. */
export const fileOfBase64 = 1;

const Text = z
  .string()
  .optional()
  .transform((text) => text ?? '');

/** What a puppet says of a message. Over gRPC what is not there is an empty text. */
export const MessagePayload = z.object({
  id: z.string().min(1),
  talkerId: z.string().min(1),
  roomId: Text,
  listenerId: Text,
  text: Text,
  filename: Text,
  /** Seconds or milliseconds. */
  timestamp: z.number(),
  type: z.number(),
  mentionIdList: z
    .array(z.string())
    .optional()
    .transform((ids) => ids ?? []),
});
export type MessagePayload = z.infer<typeof MessagePayload>;

export const Contact = z.object({
  id: z.string(),
  name: Text,
  friend: z.boolean().optional(),
});
export type Contact = z.infer<typeof Contact>;

export const Room = z.object({ id: z.string(), topic: Text, memberIdList: z.array(z.string()).default([]) });
export type Room = z.infer<typeof Room>;

const Degrees = z.object({ latitude: z.number(), longitude: z.number() });

/** The fields of the protobuf message, in their order: accuracy, address, latitude, longitude, name. */
const Fields = z.tuple([z.number(), z.string(), z.number(), z.number(), z.string()]);

/**
 * wechaty-puppet-service 1.19.9 spreads the protobuf message and not its fields, so that the degrees it names are 0 and
 * the real ones stand in a list, under a name that its compiler made up.
 */
const outOfProtobuf = (found: unknown): unknown => {
  const lists = typeof found === 'object' && found !== null ? Object.values(found) : [];
  const fields = lists.map((list) => Fields.safeParse(list).data).find((list) => list !== undefined);
  return fields ? { latitude: fields[2], longitude: fields[3] } : found;
};

/** Degrees of the Chinese survey; null: the puppet knows none. */
export const Location = z
  .preprocess(outOfProtobuf, Degrees)
  .transform(({ latitude: lat, longitude: lng }) => (lat === 0 && lng === 0 ? null : { lat, lng }));
