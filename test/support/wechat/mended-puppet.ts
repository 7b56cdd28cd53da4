import { EventEmitter } from 'node:events';
import { type payloads, types } from 'wechaty-puppet';
import { PuppetMock } from 'wechaty-puppet-mock';

type File = Awaited<ReturnType<PuppetMock['messageFile']>>;

/** A message of the bot's, as its readers see it. */
export interface SentByBot {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly photo: Buffer | null;
  readonly at: number;
  recalled: boolean;
}

const recallWithinMs = 120_000;
/** What a client that comes back is told once more: all that may have been on its way while nobody noticed the cut. */
const replayed = 20_000;

/**
 * The stock mock, with what it lacks: ids of what is sent, mentions, files from memory, pictures, places, recall within
 * two minutes, groups that throw the bot out, people who refuse it, a session that outlives a restart, and messages kept
 * while nobody listens.
 */
export class MendedPuppet extends PuppetMock {
  readonly sent: SentByBot[] = [];
  readonly files = new Map<string, Buffer>();
  readonly places = new Map<string, { latitude: number; longitude: number }>();
  /** People who take no message of the bot's, with what WeChat says of it. */
  readonly refusing = new Map<string, string>();
  /** Groups that the bot is not in (any more). */
  readonly leftRooms = new Set<string>();
  /** Who is logged in again when the puppet starts. */
  session: string | null = null;
  /** Asked before each call; throws what is to go wrong. */
  fault: (method: string) => void = () => undefined;
  now: () => number = Date.now;
  /** Messages of people that were told of, the newest last. */
  readonly told: string[] = [];
  private counted = 0;

  constructor() {
    super();
    const onNewListener = (event: string | symbol): void => {
      // Before anything new is told, and after the listener is there.
      if (event === 'message') process.nextTick(() => this.tellAgain());
    };
    // A puppet's own types know its own events only.
    const { on } = EventEmitter.prototype as {
      on: (this: object, event: string, listener: typeof onNewListener) => void;
    };
    Reflect.apply(on, this, ['newListener', onNewListener]);
  }

  private isRunning = false;

  override async onStop(): Promise<void> {
    this.isRunning = false;
    await super.onStop();
  }

  override async onStart(): Promise<void> {
    await super.onStart();
    this.isRunning = true;
    const { session } = this;
    if (session !== null) setImmediate(() => this.logIn(session));
  }

  logIn(id: string): void {
    this.session = id;
    if (!this.isLoggedIn && this.isRunning) this.login(id);
  }

  /** A client that hears of a logout orders one itself, sooner or later: it ends nothing, least of all the next login. */
  override logout(): Promise<void> {
    return Promise.resolve();
  }

  /** By the account's telephone or by WeChat. */
  kickOut(reason: string): Promise<void> {
    this.session = null;
    return super.logout(reason);
  }

  override ding(data = ''): void {
    this.fault('ding');
    this.emit('dong', { data });
  }

  nextId(): string {
    this.counted += 1;
    return `m${String(this.counted).padStart(6, '0')}${Math.random().toString(36).slice(2, 8)}`;
  }

  /** Somebody says something: told at once, or when somebody listens. */
  hand(payload: payloads.Message): void {
    this.mocker.cacheMessagePayload.set(payload.id, payload);
    this.tell(payload.id);
  }

  tell(id: string): void {
    this.told.push(id);
    this.emit('message', { messageId: id });
  }

  private tellAgain(): void {
    for (const messageId of new Set(this.told.slice(-replayed))) this.emit('message', { messageId });
  }

  private send(to: string, what: { text?: string; photo?: Buffer; mentions?: readonly string[] }): string {
    if (!this.isLoggedIn) throw new Error('not logged in');
    const refusal = this.refusing.get(to);
    if (refusal !== undefined) throw new Error(refusal);
    if (this.leftRooms.has(to)) throw new Error('the bot is not in the room');
    if (!this.mocker.cacheRoomPayload.has(to) && !this.mocker.cacheContactPayload.has(to))
      throw new Error(`no conversation ${to}`);
    const { text = '', photo = null, mentions = [] } = what;
    const id = this.nextId();
    this.sent.push({ id, to, text, mentions, photo, at: this.now(), recalled: false });
    const where = this.mocker.cacheRoomPayload.has(to) ? { roomId: to } : { listenerId: to };
    const type = photo === null ? types.Message.Text : types.Message.Image;
    this.mocker.cacheMessagePayload.set(id, {
      ...{ id, text, type, talkerId: this.currentUserId, timestamp: this.now() },
      ...(where as { listenerId: string }),
    });
    // The bot hears itself, as its telephone does.
    if (this.listenerCount('message') > 0) this.emit('message', { messageId: id });
    return id;
  }

  override messageSendText(to: string, text: string, mentions?: string[]): Promise<void> {
    this.fault('messageSendText');
    return this.answered(this.send(to, { text, mentions: mentions ?? [] }));
  }

  override async messageSendFile(to: string, file: File): Promise<void> {
    this.fault('messageSendFile');
    return this.answered(this.send(to, { photo: await file.toBuffer() }));
  }

  /** The stock mock promises nothing where puppets name the message. */
  private answered(id: string): Promise<void> {
    return Promise.resolve<string | undefined>(id).then((named) => named as undefined);
  }

  override messageRecall(id: string): Promise<boolean> {
    this.fault('messageRecall');
    const found = this.sent.find((each) => each.id === id);
    if (!found || found.recalled || this.leftRooms.has(found.to)) {
      if (found && this.leftRooms.has(found.to)) return Promise.reject(new Error('the bot is not in the room'));
      return Promise.resolve(false);
    }
    found.recalled = this.now() - found.at <= recallWithinMs;
    return Promise.resolve(found.recalled);
  }

  private file(id: string): Promise<File> {
    const bytes = this.files.get(id);
    if (bytes === undefined) return Promise.reject(new Error(`no file of ${id}`));
    this.mocker.cacheFileBoxPayload.set(id, { type: 1, name: 'file.jpg', base64: bytes.toString('base64') });
    return super.messageFile(id);
  }

  override messageFile(id: string): Promise<File> {
    this.fault('messageFile');
    return this.file(id);
  }

  override messageImage(id: string): Promise<File> {
    this.fault('messageImage');
    return this.file(id);
  }

  override messageLocation(id: string): Promise<payloads.Location> {
    this.fault('messageLocation');
    const place = this.places.get(id);
    if (place === undefined) return Promise.reject(new Error(`no place of ${id}`));
    return Promise.resolve({ accuracy: 15, address: '上海市', name: '6号楼', ...place });
  }

  override messageRawPayload(id: string): Promise<payloads.Message> {
    this.fault('messagePayload');
    return super.messageRawPayload(id);
  }

  override contactRawPayload(id: string): Promise<payloads.Contact> {
    this.fault('contactPayload');
    return super.contactRawPayload(id);
  }

  override roomRawPayload(id: string): Promise<payloads.Room> {
    this.fault('roomPayload');
    return super.roomRawPayload(id);
  }

  override async roomList(): Promise<string[]> {
    this.fault('roomList');
    return (await super.roomList()).filter((id) => !this.leftRooms.has(id));
  }
}
