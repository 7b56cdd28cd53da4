import { Room } from './room';
import type { WireUser } from './wire';
import type { World } from './world';

interface Member {
  readonly id: number;
}

/** A group chat, with the hands of its owner. */
export class TelegramGroup {
  constructor(
    private readonly world: World,
    private readonly room: Room,
    private readonly owner: WireUser,
    private readonly nextSupergroupId: () => number,
  ) {}

  get id(): number {
    return this.room.id;
  }

  get title(): string {
    return this.room.chat.title ?? '';
  }

  private isBot({ id }: Member): boolean {
    return id === this.world.bot.id;
  }

  private user({ id }: Member): WireUser {
    const user = id === this.world.bot.id ? this.world.bot : this.world.users.get(id);
    if (!user) throw new Error(`there is no user ${id} in the emulator`);
    return user;
  }

  /** Adds a person or the bot: my_chat_member first, then the service message. */
  add(who: Member): void {
    const user = this.user(who);
    if (this.isBot(who)) this.world.setBotStatus(this.room, 'member', this.owner);
    else this.world.setStatus(this.room, user, 'member', this.owner);
    this.world.post(this.room, this.owner, { new_chat_members: [user] });
  }

  /** Throws a person or the bot out; a kicked bot sees nothing more of a supergroup, not even that message. */
  kick(who: Member): void {
    const user = this.user(who);
    const lastSight = this.room.chat.type === 'group' || !this.isBot(who);
    if (lastSight) this.world.post(this.room, this.owner, { left_chat_member: user });
    if (this.isBot(who)) this.world.setBotStatus(this.room, 'kicked', this.owner);
    else this.world.setStatus(this.room, user, 'kicked', this.owner);
  }

  /** Makes a person or the bot an administrator. */
  promote(who: Member): void {
    if (this.isBot(who)) this.world.setBotStatus(this.room, 'administrator', this.owner);
    else this.world.setStatus(this.room, this.user(who), 'administrator', this.owner);
  }

  demote(who: Member): void {
    if (this.isBot(who)) this.world.setBotStatus(this.room, 'member', this.owner);
    else this.world.setStatus(this.room, this.user(who), 'member', this.owner);
  }

  /** Another title, told by a service message. */
  rename(title: string): void {
    this.room.chat.title = title;
    this.world.post(this.room, this.owner, { new_chat_title: title });
  }

  /** Opens a topic, and so makes the group a forum; answers with the topic's number. */
  opensTopic(name: string): number {
    this.room.chat.is_forum = true;
    const [opening] = this.world.post(this.room, this.owner, { forum_topic_created: { name, icon_color: 0x6fb9f0 } });
    const { message_id: topic } = opening.wire;
    opening.wire = { ...opening.wire, message_thread_id: topic, is_topic_message: true };
    this.room.topics.add(topic);
    return topic;
  }

  /** With all that was said in it. */
  deletesTopic(topic: number): void {
    this.room.topics.delete(topic);
    for (const message of this.room.messages.values())
      if (message.wire.message_thread_id === topic) message.deleted = true;
  }

  /** Becomes a supergroup with another id; what the bot sends to the old id is refused from now on. */
  migrate(): TelegramGroup {
    if (this.room.chat.type !== 'group') throw new Error('only a basic group can become a supergroup');
    const next = new Room({ id: this.nextSupergroupId(), type: 'supergroup', title: this.title });
    this.world.rooms.set(next.id, next);
    for (const [id, status] of this.room.members) next.members.set(id, status);
    next.botStatus = this.room.botStatus;
    next.botReadsAll = this.room.botReadsAll;
    this.world.post(this.room, this.owner, { migrate_to_chat_id: next.id });
    this.room.migratedTo = next.id;
    this.world.post(next, this.owner, { migrate_from_chat_id: this.id });
    return new TelegramGroup(this.world, next, this.owner, this.nextSupergroupId);
  }
}
