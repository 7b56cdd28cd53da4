/** What goes over the wire, as Telegram's Bot API names it; only the fields the emulator produces. */

export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface WireChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
  is_forum?: true;
}

export interface WireEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
}

export interface WireFile {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_path?: string;
}

export interface WirePhotoSize extends WireFile {
  width: number;
  height: number;
}

export interface WireDocument extends WireFile {
  file_name?: string;
  mime_type?: string;
}

export interface WireVoice extends WireFile {
  duration: number;
  mime_type: string;
}

export interface WireButton {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface WireKeyboard {
  inline_keyboard: WireButton[][];
}

/** Everything of a message but its place in the chat. */
export interface WireContent {
  text?: string;
  entities?: WireEntity[];
  caption?: string;
  caption_entities?: WireEntity[];
  photo?: WirePhotoSize[];
  document?: WireDocument;
  voice?: WireVoice;
  location?: { latitude: number; longitude: number };
  media_group_id?: string;
  reply_markup?: WireKeyboard;
  new_chat_title?: string;
  new_chat_members?: WireUser[];
  left_chat_member?: WireUser;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_created?: { name: string; icon_color: number };
}

export interface WireMessage extends WireContent {
  message_id: number;
  date: number;
  chat: WireChat;
  from: WireUser;
  edit_date?: number;
  reply_to_message?: WireMessage;
  /** In a topic of a forum, but the General one. */
  message_thread_id?: number;
  is_topic_message?: true;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

export interface WireMember {
  status: MemberStatus;
  user: WireUser;
  [right: string]: unknown;
}

export interface WireMemberChange {
  chat: WireChat;
  from: WireUser;
  date: number;
  old_chat_member: WireMember;
  new_chat_member: WireMember;
}

export interface WireCallbackQuery {
  id: string;
  from: WireUser;
  message: WireMessage;
  chat_instance: string;
  data: string;
}

export interface UpdateBodies {
  message: WireMessage;
  edited_message: WireMessage;
  callback_query: WireCallbackQuery;
  my_chat_member: WireMemberChange;
  chat_member: WireMemberChange;
}

export type UpdateKind = keyof UpdateBodies;

export type WireUpdate = { update_id: number } & Partial<UpdateBodies>;
