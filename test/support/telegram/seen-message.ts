import type { FileShelf } from './file-shelf';
import type { StoredMessage } from './room';
import type { WireEntity, WireMessage } from './wire';

export interface SeenButton {
  text: string;
  data: string | undefined;
  url: string | undefined;
}

/** What a person sees of a message now. */
export interface SeenMessage {
  chatId: number;
  messageId: number;
  /** 'bot', or the person's first name. */
  from: string;
  fromId: number;
  /** Plain text or caption; '' when there is none. */
  text: string;
  entities: WireEntity[];
  /** Where the words lead. */
  links: string[];
  buttons: SeenButton[];
  /** The buttons' words, row by row. */
  rows: string[][];
  photoBytes: number | undefined;
  photoFileId: string | undefined;
  documentName: string | undefined;
  location: { latitude: number; longitude: number } | undefined;
  mediaGroupId: string | undefined;
  replyTo: number | undefined;
  /** Nothing: no forum, or its General topic. */
  topic: number | undefined;
  /** joined, left, topic-opened, migrated-to, migrated-from */
  service: string | undefined;
  /** Unix seconds. */
  at: number;
  editedAt: number | undefined;
  deleted: boolean;
}

const serviceOf = (wire: WireMessage): string | undefined => {
  if (wire.new_chat_members) return 'joined';
  if (wire.left_chat_member) return 'left';
  if (wire.forum_topic_created) return 'topic-opened';
  if (wire.migrate_to_chat_id !== undefined) return 'migrated-to';
  return wire.migrate_from_chat_id === undefined ? undefined : 'migrated-from';
};

export const seenMessage = ({ wire, replyTo, deleted }: StoredMessage, files: FileShelf): SeenMessage => {
  const keyboard = wire.reply_markup?.inline_keyboard ?? [];
  const entities = wire.entities ?? wire.caption_entities ?? [];
  const photoFileId = wire.photo?.at(-1)?.file_id;
  return {
    chatId: wire.chat.id,
    messageId: wire.message_id,
    from: wire.from.is_bot ? 'bot' : wire.from.first_name,
    fromId: wire.from.id,
    text: wire.text ?? wire.caption ?? '',
    entities,
    links: entities.flatMap(({ url }) => (url === undefined ? [] : [url])),
    buttons: keyboard.flat().map(({ text, callback_data, url }) => ({ text, data: callback_data, url })),
    rows: keyboard.map((row) => row.map(({ text }) => text)),
    photoBytes: photoFileId === undefined ? undefined : files.bytes(photoFileId)?.length,
    photoFileId,
    documentName: wire.document?.file_name,
    location: wire.location,
    mediaGroupId: wire.media_group_id,
    replyTo,
    topic: wire.message_thread_id,
    service: serviceOf(wire),
    at: wire.date,
    editedAt: wire.edit_date,
    deleted,
  };
};
