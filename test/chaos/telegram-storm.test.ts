import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformOutage } from '../../src/bots/platform-outage';
import { AnswerLost } from '../../src/usecases/ports';
import { noNotice } from '../contracts/platform.contract';
import { openTelegram, until, type TelegramWorld } from '../contracts/telegram.world';
import type { TelegramGroup } from '../support/telegram/telegram-emulator';

/** The short form; `TELEGRAM_STORM=10000` is the long one. */
const count = Number(process.env['TELEGRAM_STORM'] ?? 500);
const manyGroups = 10;
const cuts = 5;

jest.setTimeout(90_000 + count * 60);

let world: TelegramWorld;
afterEach(() => world.close());

interface Heard {
  readonly chat: string;
  readonly title: string;
  readonly text: string;
  readonly key: string;
}

/** One send in ten goes wrong, in four ways; one in ten questions for news too. */
const storm = ({ emulator }: TelegramWorld): void => {
  const method = 'sendMessage';
  emulator.fail({ method, kind: 'status', status: 502, oneIn: 40 });
  emulator.fail({ method, kind: 'reset-before', oneIn: 39 });
  emulator.fail({ method, kind: 'reset-after', oneIn: 38 });
  emulator.fail({ method, kind: 'retry-after', seconds: 1, oneIn: 37 });
  emulator.fail({ method: 'getUpdates', kind: 'reset-after', oneIn: 10 });
};

/** The line to Telegram goes, comes back with errors, and another poller takes it for a moment. */
const cut = ({ emulator }: TelegramWorld): void => {
  const method = 'getUpdates';
  emulator.fail({ method, kind: 'reset-after', times: 2 });
  emulator.fail({ method, kind: 'status', status: 502, times: 2 });
  emulator.fail({ method, kind: 'refuse', code: 409, description: 'Conflict: terminated by other getUpdates request' });
};

const answering = (storming: TelegramWorld) => {
  const handled: Heard[] = [];
  const waiting = new Map<string, Promise<void>>();
  const lost = { count: 0 };
  const sendUntilSent = async (chat: string, text: string): Promise<void> => {
    for (;;) {
      const to = await storming.store.chats.byId(chat);
      if (to === null) throw new Error('the chat is not known');
      const outgoing = { id: `row-${text}`, chat: to, text, choices: [], photos: [], replyTo: null, number: null };
      let waitMs = 10;
      try {
        const outcome = await storming.platform.send(outgoing);
        if (outcome.kind === 'sent') return;
        if (outcome.kind === 'wait') waitMs = outcome.ms;
        // The news of the new id is on its way.
        else if (outcome.kind !== 'migrated') throw new Error(`a message was not taken: ${outcome.kind}`);
      } catch (error) {
        if (error instanceof AnswerLost) lost.count += 1;
        else if (!(error instanceof PlatformOutage)) throw error;
      }
      await sleep(waitMs);
    }
  };
  storming.answer = (inbound) => {
    if (inbound.kind !== 'message') return Promise.resolve(noNotice);
    const { key, text } = inbound;
    const { id: chat, title } = inbound.chat;
    handled.push({ chat, title, text, key });
    // As the outbox: after the commit, in the chat's order.
    const before = waiting.get(chat) ?? Promise.resolve();
    waiting.set(
      chat,
      before.then(() => sendUntilSent(chat, `听到 ${text}`)),
    );
    return Promise.resolve(noNotice);
  };
  return { handled, lost, sent: () => Promise.all(waiting.values()) };
};

test(`${count} messages, one call in ten failing, five cuts with 409, a group's id changed once: nothing lost, order kept, doubles only of interrupted sends`, async () => {
  world = await openTelegram('polling');
  const { emulator, zhao } = world;
  const groups: TelegramGroup[] = Array.from({ length: manyGroups }, (_, index) =>
    emulator.group({
      title: `群${index}`,
      members: [zhao],
      bot: 'administrator',
      kind: index === 0 ? 'group' : 'supergroup',
    }),
  );
  const rooms = groups.map((group) => [group]);
  const { handled, lost, sent } = answering(world);
  storm(world);

  const cutEvery = Math.floor(count / (cuts + 1));
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && index % cutEvery === 0 && index / cutEvery <= cuts) cut(world);
    if (index === Math.floor(count / 2)) {
      const moved = groups[0]?.migrate();
      if (moved === undefined) throw new Error('there is no group');
      groups[0] = moved;
      rooms[0]?.push(moved);
    }
    const group = groups[index % manyGroups];
    if (group) zhao.says(group, `第${index}条`);
    if (index % 10 === 0) await sleep(2);
  }
  await until(() => new Set(handled.map(({ key }) => key)).size >= count, 60_000 + count * 10);
  await sent();
  await world.settled();

  expect(new Set(handled.map(({ key }) => key)).size).toBe(count);
  const said = Array.from({ length: count }, (_, index) => index);
  for (const [at, each] of rooms.entries()) {
    const expected = said.filter((index) => index % manyGroups === at).map((index) => `第${index}条`);
    const heard = handled.filter(({ title }) => title === `群${at}`);
    expect(new Set(heard.map(({ chat }) => chat)).size).toBe(1);
    expect([...new Set(heard.map(({ text }) => text))]).toEqual(expected);
    const answers = each.flatMap((room) => emulator.botMessagesIn(room).map(({ text }) => text));
    expect([...new Set(answers)]).toEqual(expected.map((text) => `听到 ${text}`));
  }
  const all = rooms.flat().reduce((sum, room) => sum + emulator.botMessagesIn(room).length, 0);
  expect(all - count).toBeLessThanOrEqual(lost.count);
  process.stdout.write(
    `${count} messages, ${lost.count} interrupted sends, ${all - count} doubles, ${handled.length - count} heard again\n`,
  );
});
