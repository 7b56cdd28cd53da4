/**
 * The gateway, a process of its own: the gRPC server of wechaty-puppet-service around a WeChat that does not exist, with
 * people who ask and wait for the answer. In, over the channel: orders. Out: how it went.
 */
import { types, type payloads } from 'wechaty-puppet';
import { MendedPuppet } from '../../test/support/wechat/mended-puppet';
import { servePuppet } from '../../test/support/wechat/serve-puppet';
import { percentile, type Loaded } from '../load-figures';
import { textsOf, type MessageKind } from '../messages';
import { bot, contacts, rooms } from './neighbourhood';
import type { Order } from './orders';

/** A round in which nothing is answered for so long has lost something. */
const patienceMs = 30_000;
const wakeEveryMs = 500;

interface Place {
  /** What WeChat calls the chat. */
  readonly to: string;
  readonly talker: string;
  readonly room: string | null;
}

class WatchedPuppet extends MendedPuppet {
  onSent: (to: string, text: string) => void = () => undefined;
  asked = 0;

  override messageSendText(to: string, text: string, mentions?: string[]): Promise<void> {
    const answered = super.messageSendText(to, text, mentions);
    this.sent.length = 0;
    setImmediate(() => this.onSent(to, text));
    return answered;
  }

  override messageRawPayload(id: string): Promise<payloads.Message> {
    this.asked += 1;
    return super.messageRawPayload(id);
  }
}

const puppet = new WatchedPuppet();

const inPrivate: readonly Place[] = contacts.map(({ id }) => ({ to: id, talker: id, room: null }));
const inGroups: readonly Place[] = rooms.map(({ id, members }) => ({ to: id, talker: members[0] ?? '', room: id }));

const populate = (): void => {
  const person = { type: types.Contact.Individual, gender: 0, avatar: '', phone: [], friend: true };
  for (const { id, name } of [bot, ...contacts]) puppet.mocker.createContact({ ...person, id, name });
  for (const { id, topic, members } of rooms)
    puppet.mocker.createRoom({ id, topic, memberIdList: [...members, bot.id], adminIdList: [] });
  puppet.session = bot.id;
};

const say = ({ talker, room }: Place, text: string): void => {
  const id = puppet.nextId();
  const to = room === null ? { listenerId: bot.id } : { roomId: room, mentionIdList: [] };
  const payload = { id, text, type: types.Message.Text, talkerId: talker, timestamp: Date.now(), ...to };
  puppet.mocker.cacheMessagePayload.set(id, payload);
  puppet.emit('message', { messageId: id });
};

const wake = (text: string, answer: RegExp): Promise<true> =>
  new Promise((resolve) => {
    const [somebody] = inPrivate;
    const asking = setInterval(() => {
      if (somebody) say(somebody, text);
    }, wakeEveryMs);
    puppet.onSent = (_, said) => {
      if (!answer.test(said)) return;
      clearInterval(asking);
      puppet.onSent = () => undefined;
      // What was asked meanwhile is answered too.
      setTimeout(() => resolve(true), 2_000);
    };
  });

/** Keeps so many questions on their way; in each chat the next one comes only round again. */
const ask = ({ text, answer, count, atOnce, where }: Extract<Order, { kind: 'ask' }>): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    const places = where === 'private' ? inPrivate : [...inGroups, ...inPrivate.slice(0, inGroups.length)];
    const pattern = new RegExp(answer);
    const waiting = new Map<string, number[]>();
    const times: number[] = [];
    const begun = performance.now();
    let said = 0;
    let late: NodeJS.Timeout | undefined;

    const next = (): void => {
      const place = places[said % places.length];
      if (place === undefined || said >= count) return;
      said += 1;
      waiting.set(place.to, [...(waiting.get(place.to) ?? []), performance.now()]);
      say(place, text);
    };
    const end = (): void => {
      clearTimeout(late);
      puppet.onSent = () => undefined;
      const seconds = (performance.now() - begun) / 1000;
      times.sort((one, other) => one - other);
      resolve({ seconds, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99), refused: 0 });
    };
    const watch = (): void => {
      clearTimeout(late);
      late = setTimeout(() => reject(new Error(`${times.length} of ${count} were answered`)), patienceMs);
    };

    puppet.onSent = (to, sent) => {
      const from = pattern.test(sent) ? waiting.get(to)?.shift() : undefined;
      if (from === undefined) return;
      times.push(performance.now() - from);
      watch();
      if (times.length === count) end();
      else next();
    };
    watch();
    for (let index = 0; index < atOnce; index += 1) next();
  });

const burst = (messages: MessageKind): number => {
  const texts = textsOf(messages);
  puppet.asked = 0;
  for (const [index, text] of texts.entries()) {
    const room = rooms[index % rooms.length];
    const talker = room?.members[Math.floor(index / rooms.length) % room.members.length];
    if (room && talker) say({ to: room.id, talker, room: room.id }, text);
  }
  return texts.length;
};

const follow = async (order: Order): Promise<unknown> => {
  switch (order.kind) {
    case 'listen':
      populate();
      await servePuppet({ endpoint: `127.0.0.1:${order.port}`, token: order.token, puppet });
      return true;
    case 'wake':
      return wake(order.text, new RegExp(order.answer));
    case 'ask':
      return ask(order);
    case 'burst':
      return burst(order.messages);
    case 'asked':
      return puppet.asked;
  }
};

process.on('message', (order: Order) => {
  follow(order).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ why: String(error) }),
  );
});
