import gcoord from 'gcoord';
import { types, type payloads } from 'wechaty-puppet';
import { MendedPuppet, type SentByBot } from './mended-puppet';

export interface WechatSaid {
  readonly id: string;
  readonly text: string;
  readonly by: string;
}

interface What {
  readonly text?: string;
  readonly photo?: Buffer;
  readonly voice?: Buffer;
  readonly location?: { readonly lat: number; readonly lng: number };
  readonly mentionsBot?: boolean;
  /** The message quoted: of the bot's or of a person's. */
  readonly quotes?: string;
  readonly at?: number;
}

const botName = '邻里';

/** People and groups of one WeChat account, by keys that stay when WeChat's own ids change at a new login. */
export class WechatEmulator {
  readonly puppet = new MendedPuppet();
  private round = 0;
  private codes: NodeJS.Timeout | undefined;
  private readonly people = new Map<string, string>();
  private readonly groups = new Map<string, { title: string; members: string[] }>();
  private readonly said = new Map<string, WechatSaid>();

  constructor() {
    this.person('bot', botName);
    this.puppet.session = this.idOf('bot');
  }

  /** WeChat's id of a person, as of this login. */
  idOf(person: string): string {
    return `wxid_${person}_${this.round}`;
  }

  roomOf(group: string): string {
    return `${group}_${this.round}@chatroom`;
  }

  person(key: string, name: string, friend = true): void {
    this.people.set(key, name);
    const payload = {
      id: this.idOf(key),
      name,
      friend,
      type: types.Contact.Individual,
      gender: 0,
      avatar: '',
      phone: [],
    };
    this.puppet.mocker.createContact(payload);
  }

  /** Who is known calls themselves otherwise. */
  callsThemselves(person: string, name: string): void {
    this.people.set(person, name);
    const { cacheContactPayload } = this.puppet.mocker;
    const known = cacheContactPayload.get(this.idOf(person));
    if (!known) return;
    cacheContactPayload.set(known.id, { ...known, name });
    this.puppet.emit('dirty', { payloadType: types.Dirty.Contact, payloadId: known.id });
  }

  group(key: string, title: string, members: readonly string[]): void {
    this.groups.set(key, { title, members: [...members, 'bot'] });
    this.createRoom(key);
  }

  private createRoom(key: string): void {
    const group = this.groups.get(key);
    if (!group) throw new Error(`there is no group ${key}`);
    const memberIdList = group.members.map((member) => this.idOf(member));
    this.puppet.mocker.createRoom({ id: this.roomOf(key), topic: group.title, memberIdList, adminIdList: [] });
  }

  private quoted({ text = '', quotes }: What): string {
    if (quotes === undefined) return text;
    const ours = this.puppet.sent.find(({ id }) => id === quotes);
    const theirs = this.said.get(quotes);
    const [by, original] = ours ? [botName, ours.text] : [this.people.get(theirs?.by ?? '') ?? '', theirs?.text ?? ''];
    return `「${by}：${original}」\n- - - - - - - - - - - - - - -\n${text}`;
  }

  /** In a group, or (null) in private. */
  says(person: string, group: string | null, what: What): WechatSaid {
    const id = this.puppet.nextId();
    const text = this.quoted(what);
    const called = what.mentionsBot ? `@${botName}\u2005${text}` : text;
    if (what.photo ?? what.voice) this.puppet.files.set(id, what.photo ?? what.voice ?? Buffer.alloc(0));
    if (what.location) {
      const [longitude, latitude] = gcoord.transform(
        [what.location.lng, what.location.lat],
        gcoord.WGS84,
        gcoord.GCJ02,
      );
      this.puppet.places.set(id, { latitude, longitude });
    }
    const payload = {
      ...{ id, text: called, type: this.typeOf(what), talkerId: this.idOf(person), timestamp: what.at ?? Date.now() },
      ...(group === null
        ? { listenerId: this.idOf('bot') }
        : { roomId: this.roomOf(group), mentionIdList: what.mentionsBot ? [this.idOf('bot')] : [] }),
    } as payloads.Message;
    const said = { id, text: what.text ?? '', by: person };
    this.said.set(id, said);
    this.puppet.hand(payload);
    return said;
  }

  private typeOf({ photo, voice, location }: What): payloads.Message['type'] {
    if (photo) return types.Message.Image;
    if (voice) return types.Message.Audio;
    return location ? types.Message.Location : types.Message.Text;
  }

  /** The puppet tells of it once more. */
  again(id: string): void {
    this.puppet.tell(id);
  }

  recalls(person: string, group: string | null, id: string): WechatSaid {
    const recalled = this.says(person, group, { text: id });
    const payload = this.puppet.mocker.cacheMessagePayload.get(recalled.id);
    if (payload) payload.type = types.Message.Recalled;
    return recalled;
  }

  joins(person: string, group: string): void {
    this.members(group).push(this.idOf(person));
    const inviterId = this.members(group)[0] ?? '';
    this.puppet.emit('room-join', {
      ...{ inviteeIdList: [this.idOf(person)], inviterId, roomId: this.roomOf(group), timestamp: Date.now() },
    });
    if (person === 'bot') this.puppet.leftRooms.delete(this.roomOf(group));
  }

  leaves(person: string, group: string): void {
    const members = this.members(group);
    members.splice(members.indexOf(this.idOf(person)), 1);
    if (person === 'bot') this.puppet.leftRooms.add(this.roomOf(group));
    this.puppet.emit('room-leave', {
      ...{ removeeIdList: [this.idOf(person)], removerId: members[0] ?? '', roomId: this.roomOf(group) },
      timestamp: Date.now(),
    });
  }

  renames(person: string, group: string, title: string): void {
    const known = this.groups.get(group);
    const room = this.puppet.mocker.roomPayload(this.roomOf(group));
    this.puppet.mocker.cacheRoomPayload.set(room.id, { ...room, topic: title });
    if (known) known.title = title;
    this.puppet.emit('room-topic', {
      ...{ changerId: this.idOf(person), newTopic: title, oldTopic: room.topic, roomId: room.id },
      timestamp: Date.now(),
    });
  }

  private members(group: string): string[] {
    return this.puppet.mocker.roomPayload(this.roomOf(group)).memberIdList;
  }

  /** WeChat ends the login; a code is shown. */
  async logsOut(code = 'https://login.weixin.qq.com/l/linli'): Promise<void> {
    await this.puppet.kickOut('kicked by another device');
    const showCode = (): void => void this.puppet.emit('scan', { status: types.ScanStatus.Waiting, qrcode: code });
    showCode();
    // Codes age: a new one is shown until somebody scans it.
    this.codes = setInterval(showCode, 300);
    this.codes.unref();
  }

  /** Logged in anew; with `newIds` everybody and every group is called otherwise from now on. */
  logsIn({ newIds }: { readonly newIds: boolean }): void {
    clearInterval(this.codes);
    if (newIds) {
      this.round += 1;
      const { cacheContactPayload, cacheRoomPayload } = this.puppet.mocker;
      cacheContactPayload.clear();
      cacheRoomPayload.clear();
      for (const [key, name] of this.people) this.person(key, name);
      for (const key of this.groups.keys()) this.createRoom(key);
    }
    this.puppet.logIn(this.idOf('bot'));
  }

  /** What the bot said in a group, or (null) to a person, and did not take back. */
  seen(group: string | null, person = ''): readonly SentByBot[] {
    const to = group === null ? this.idOf(person) : this.roomOf(group);
    return this.puppet.sent.filter((each) => each.to === to && !each.recalled);
  }
}
