import { z } from 'zod';

/** The parts of updates that are read; Telegram adds fields at any time, which are dropped. */
const Id = z.number().int();

const User = z.object({
  id: Id,
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});
export type TelegramUser = z.infer<typeof User>;

const Chat = z.object({
  id: Id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});
export type TelegramChat = z.infer<typeof Chat>;

const Entity = z.object({ type: z.string(), offset: Id, length: Id, user: User.optional() });
export type TelegramEntity = z.infer<typeof Entity>;

const File = z.object({ file_id: z.string(), file_size: z.number().optional() });
const Size = File.extend({ width: z.number(), height: z.number() });
const Named = File.extend({ mime_type: z.string().optional(), file_name: z.string().optional() });

const Present = z.looseObject({});

const Quoted = z.object({
  message_id: Id,
  from: User.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(Size).optional(),
  forum_topic_created: Present.optional(),
});

const Message = z.object({
  message_id: Id,
  date: Id,
  edit_date: Id.optional(),
  chat: Chat,
  from: User.optional(),
  sender_chat: Chat.optional(),
  is_automatic_forward: z.boolean().optional(),
  is_topic_message: z.boolean().optional(),
  message_thread_id: Id.optional(),
  via_bot: User.optional(),
  text: z.string().optional(),
  entities: z.array(Entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(Entity).optional(),
  photo: z.array(Size).optional(),
  document: Named.optional(),
  voice: Named.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  media_group_id: z.string().optional(),
  reply_to_message: Quoted.optional(),
  quote: z.object({ text: z.string() }).optional(),
  forward_origin: Present.optional(),
  forward_date: Id.optional(),
  new_chat_members: z.array(User).optional(),
  left_chat_member: User.optional(),
  new_chat_title: z.string().optional(),
  pinned_message: Present.optional(),
  migrate_to_chat_id: Id.optional(),
  migrate_from_chat_id: Id.optional(),
});
export type TelegramMessage = z.infer<typeof Message>;

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  /** Old messages come with their chat and number only. */
  message: z.object({ message_id: Id, chat: Chat }).optional(),
  data: z.string().optional(),
});
export type TelegramPress = z.infer<typeof CallbackQuery>;

const Membership = z.object({
  chat: Chat,
  from: User,
  date: Id,
  old_chat_member: z.object({ status: z.string() }),
  new_chat_member: z.object({ status: z.string() }),
});
export type TelegramMembership = z.infer<typeof Membership>;

const Update = z.object({
  update_id: Id,
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: CallbackQuery.optional(),
  my_chat_member: Membership.optional(),
});
export type TelegramUpdate = z.infer<typeof Update>;

/** Asked for by name: without it Telegram keeps to whatever was asked for last. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export type ReadUpdate =
  | { readonly ok: true; readonly id: number; readonly update: TelegramUpdate }
  /** Which fields were wrong, never what stood in them. */
  | { readonly ok: false; readonly id: number | null; readonly wrong: string };

export const readUpdate = (raw: unknown): ReadUpdate => {
  const read = Update.safeParse(raw);
  if (read.success) return { ok: true, id: read.data.update_id, update: read.data };
  const id = Update.pick({ update_id: true }).safeParse(raw);
  const wrong = read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ');
  return { ok: false, id: id.success ? id.data.update_id : null, wrong };
};

const chatOf = ({ message, edited_message, callback_query, my_chat_member }: TelegramUpdate): number | undefined =>
  (message ?? edited_message ?? my_chat_member ?? callback_query?.message)?.chat.id;

/** What happens in one chat is served in order. */
export const laneOf = (update: TelegramUpdate): string => `telegram:${chatOf(update) ?? 'nowhere'}`;
