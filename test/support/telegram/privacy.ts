import type { Room, StoredMessage } from './room';
import type { WireMessage, WireUser } from './wire';

const isService = (wire: WireMessage): boolean =>
  wire.new_chat_members !== undefined ||
  wire.left_chat_member !== undefined ||
  wire.migrate_to_chat_id !== undefined ||
  wire.forum_topic_created !== undefined ||
  wire.migrate_from_chat_id !== undefined;

const addressesBot = ({ text, caption, entities, caption_entities }: WireMessage, bot: WireUser): boolean => {
  const words = text ?? caption ?? '';
  const name = `@${bot.username ?? ''}`.toLowerCase();
  return (entities ?? caption_entities ?? []).some(({ type, offset, length }) => {
    const marked = words.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return marked === name;
    return type === 'bot_command' && offset === 0 && (!marked.includes('@') || marked.endsWith(name));
  });
};

/** Privacy mode: in a group the bot sees commands, mentions and replies to itself, unless it is admin or it is off. */
export const botSees = (room: Room, message: StoredMessage, bot: WireUser): boolean => {
  if (!room.botIsIn) return false;
  if (room.isPrivate || room.botReadsAll || room.botStatus === 'administrator') return true;
  const repliesToBot = room.find(message.replyTo)?.wire.from.id === bot.id;
  return repliesToBot || isService(message.wire) || addressesBot(message.wire, bot);
};
