import { createRecent } from './recent';
import { Contact, Room, type WechatPuppet } from './wechat.puppet';
import { readMs, withinTime } from './within-time';

export interface Self {
  readonly id: string;
  readonly name: string;
}

/** Who and which groups there are, as the puppet knows them. Every question may fail and is asked again by its caller. */
export interface Directory {
  contact(id: string): Promise<Contact>;
  room(id: string): Promise<Room>;
  /** News of a name, which the puppet's own memory learns later. */
  renamed(room: string, topic: string): void;
  /** Those of the group who wrote lately and bear this name. */
  memberCalled(room: string, name: string): string | null;
  heard(room: string, contact: Contact): void;
}

const manyMembers = 10_000;
const manyRooms = 2_000;

export const createDirectory = (puppet: () => WechatPuppet): Directory => {
  const members = createRecent<string>(manyMembers);
  const topics = createRecent<string>(manyRooms);
  const news = createRecent<string>(manyRooms);

  return {
    contact: async (id) => Contact.parse(await withinTime(puppet().contactPayload(id), readMs)),
    room: async (id) => {
      const known = topics.get(id);
      try {
        const room = Room.parse(await withinTime(puppet().roomPayload(id), readMs));
        const topic = news.get(id) ?? room.topic;
        topics.add(id, topic);
        return { ...room, topic };
      } catch (error) {
        // A group that the bot was thrown out of has no payload any more.
        if (known === undefined) throw error;
        return { id, topic: known, memberIdList: [] };
      }
    },
    renamed: (room, topic) => void news.add(room, topic),
    memberCalled: (room, name) => members.get(`${room} ${name}`) ?? null,
    heard: (room, { id, name }) => void members.add(`${room} ${name}`, id),
  };
};
