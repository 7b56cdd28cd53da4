import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerLost, type ChatRecord } from '../../src/usecases/ports';
import { until } from '../support/wechat/until';
import { openWechat, type WechatWorld } from '../contracts/wechat.world';
import { noNotice } from '../contracts/platform.contract';

/** The short form; `WECHAT_STORM=10000` is the long one. */
const count = Number(process.env['WECHAT_STORM'] ?? 500);
const groups = Array.from({ length: 10 }, (_, index) => `storm-${index}`);

jest.setTimeout(60_000 + count * 60);

let world: WechatWorld;
afterEach(() => world.close());

test(`${count} messages, one call in ten failing, five cuts, new ids once: nothing lost, order kept, doubles only of interrupted sends`, async () => {
  world = await openWechat({
    wire: 'grpc',
    before: (emulator) => {
      for (const group of groups) emulator.group(group, `群 ${group}`, ['zhao']);
    },
  });
  const { emulator, bot, store } = world;
  let [calls, failed] = [0, 0];
  emulator.puppet.fault = (method) => {
    calls += method === 'ding' ? 0 : 1;
    if (method === 'ding' || calls % 10 !== 0) return;
    failed += 1;
    throw new Error('system busy');
  };

  const begunAt = performance.now();
  let interrupted = 0;
  const waiting = new Map<string, Promise<void>>();
  const sendUntilSent = async (chat: string, text: string): Promise<void> => {
    for (;;) {
      const to: ChatRecord | null = await store.chats.byId(chat);
      if (to === null) throw new Error('the chat is not known');
      const outgoing = { id: `row-${text}`, chat: to, text, choices: [], photos: [], replyTo: null, number: null };
      try {
        const { kind } = await world.platform.send(outgoing);
        if (kind === 'sent') return;
        if (kind !== 'wait') throw new Error(`a message was not taken: ${kind}`);
      } catch (error) {
        if (error instanceof AnswerLost) interrupted += 1;
        else if (!/system busy|could not be reached/.test(String(error))) throw error;
      }
      await sleep(10);
    }
  };
  const handled: { readonly chat: string; readonly text: string; readonly key: string }[] = [];
  world.answer = (inbound) => {
    if (inbound.kind === 'message') {
      const { key, text } = inbound;
      const chat = inbound.chat.id;
      handled.push({ chat, text, key });
      // As the outbox: after the commit, in the chat's order.
      waiting.set(
        chat,
        (waiting.get(chat) ?? Promise.resolve()).then(() => sendUntilSent(chat, `听到 ${text}`)),
      );
    }
    return Promise.resolve(noNotice);
  };

  const said = Array.from({ length: count }, (_, index) => ({
    group: groups[index % groups.length] ?? '',
    text: `第${index}条`,
  }));
  const cutAt = new Set(Array.from({ length: 5 }, (_, index) => Math.floor(((index + 1) * count) / 6)));
  for (const [index, { group, text }] of said.entries()) {
    if (cutAt.has(index)) {
      world.wire.line?.cut();
      await until(() => bot.ready(), 30_000);
    }
    if (index === Math.floor(count / 2) + 7) {
      await until(() => handled.length >= index, 60_000);
      await Promise.all(waiting.values());
      await emulator.logsOut();
      await until(() => !bot.ready());
      emulator.logsIn({ newIds: true });
      await until(() => bot.ready(), 30_000);
    }
    emulator.says('zhao', group, { text });
    if (index % 10 === 0) await sleep(2);
  }
  await until(() => handled.length >= count, 60_000 + count * 10);
  await Promise.all(waiting.values());

  expect(handled.length).toBe(count);
  expect(new Set(handled.map(({ key }) => key)).size).toBe(count);
  const titles = new Map((await store.chats.groups()).map(({ id, title }) => [id, title]));
  for (const group of groups) {
    const texts = said.flatMap((each) => (each.group === group ? [each.text] : []));
    const heard = handled.filter(({ chat }) => titles.get(chat) === `群 ${group}`);
    expect(new Set(heard.map(({ chat }) => chat)).size).toBe(1);
    expect(heard.map(({ text }) => text)).toEqual(texts);
  }
  const sent = emulator.puppet.sent.map(({ text }) => text);
  expect(new Set(sent)).toEqual(new Set(said.map(({ text }) => `听到 ${text}`)));
  expect(sent.length - count).toBeLessThanOrEqual(interrupted);
  const seconds = Math.round((performance.now() - begunAt) / 1000);
  process.stdout.write(
    `${count} messages in ${seconds} s, ${failed} of ${calls} calls failed, ${cutAt.size} cuts, ${interrupted} interrupted sends, ${sent.length - count} doubles\n`,
  );
});
