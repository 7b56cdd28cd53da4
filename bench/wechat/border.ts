/**
 * Linli's way in and out of WeChat and nothing behind it: who speaks and where is looked up, lanes keep the order, and
 * what is heard is said back. What Linli decides, writes and queues in between is not in it.
 */
import { createLanes } from '../../src/bots/lane';
import { openPuppets } from '../../src/bots/wechat/open-puppet';
import { createWechatBot } from '../../src/bots/wechat/wechat.bot';
import { createStore } from '../../src/store/store';
import type { Inbound, InboundAnswer } from '../../src/usecases/inbound';
import { z } from 'zod';

const env = z
  .object({
    MONGODB_URI: z.string(),
    DATA_DIR: z.string(),
    WECHATY_PUPPET: z.string(),
    WECHATY_PUPPET_SERVICE_TOKEN: z.string(),
    WECHATY_PUPPET_SERVICE_ENDPOINT: z.string(),
  })
  .parse(process.env);

const told = (why: unknown): void => void process.stderr.write(`border: ${JSON.stringify(why)}\n`);
const log = { info: () => undefined, warn: told, error: told };
const heard: InboundAnswer = { notice: null, why: [], silent: false };

const main = async (): Promise<void> => {
  const stores = await createStore({ uri: env.MONGODB_URI, communityId: 'bench', log });
  const open = await openPuppets({
    puppet: env.WECHATY_PUPPET,
    token: env.WECHATY_PUPPET_SERVICE_TOKEN,
    endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT,
    dataDir: env.DATA_DIR,
  });
  const echo = async (inbound: Inbound): Promise<InboundAnswer> => {
    if (inbound.kind !== 'message') return heard;
    const { key, text } = inbound;
    const chat = await stores.chats.byId(inbound.chat.id);
    if (chat === null) throw new Error('the chat is not known');
    const plain = { choices: [], photos: [], replyTo: null, number: null };
    const { kind } = await bot.platform.send({ id: key, chat, text: `听到：${text}`, ...plain });
    if (kind !== 'sent') throw new Error(`the echo was not sent: ${kind}`);
    return heard;
  };
  const bot = createWechatBot({
    ...stores,
    ...{ open, log, holder: 'bench', lanes: createLanes(), engine: { handle: echo } },
    tellStaff: () => Promise.resolve(),
    print: told,
    dataDir: env.DATA_DIR,
  });
  bot.start();
};

main().catch((error: unknown) => {
  told(String(error));
  process.exitCode = 1;
});
