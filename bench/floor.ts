/**
 * The floor: what anybody would pay at the least. Bare telegraf behind a plain Node server: `/noop` does nothing;
 * `/commit` makes one MongoDB transaction with as many writes as the program's (FLOOR_WRITES, by collection) and one BullMQ add.
 */
import { Queue } from 'bullmq';
import { mongo } from 'mongoose';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Telegraf } from 'telegraf';
import { z } from 'zod';

const env = z
  .object({
    PORT: z.coerce.number(),
    TELEGRAM_BOT_TOKEN: z.string(),
    TELEGRAM_WEBHOOK_SECRET: z.string(),
    MONGODB_URI: z.string(),
    REDIS_URL: z.string(),
  })
  .parse(process.env);

const Writes = z.array(z.object({ collection: z.string(), documents: z.number(), bytes: z.number() }));

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const botInfo = { id: 1, is_bot: true, first_name: 'floor', username: 'floor_bot' } as const;

const webhookOf = (bot: Telegraf, path: string): Handler => {
  bot.botInfo = {
    ...botInfo,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
  };
  return bot.webhookCallback(path, { secretToken: env.TELEGRAM_WEBHOOK_SECRET });
};

const noop = (): Handler => {
  const bot = new Telegraf(env.TELEGRAM_BOT_TOKEN);
  bot.on('message', () => undefined);
  return webhookOf(bot, '/noop');
};

const committing = (
  client: mongo.MongoClient,
  queue: Queue,
): { handler: Handler; use: (writes: unknown) => Promise<void> } => {
  let writes: z.infer<typeof Writes> = [];
  const db = client.db();
  const bot = new Telegraf(env.TELEGRAM_BOT_TOKEN);
  bot.on('message', async ({ update }) => {
    const session = client.startSession();
    await session.withTransaction(
      async () => {
        for (const { collection, documents, bytes } of writes)
          await db.collection<{ _id: string; payload: string }>(collection).insertMany(
            Array.from({ length: documents }, (_, index) => ({
              _id: `${update.update_id}/${index}`,
              payload: 'x'.repeat(bytes),
            })),
            { session },
          );
      },
      { writeConcern: new mongo.WriteConcern('majority') },
    );
    await session.endSession();
    await queue.add('drain', { update: update.update_id }, { removeOnComplete: true, removeOnFail: true });
  });
  return {
    handler: webhookOf(bot, '/commit'),
    use: async (given) => {
      writes = Writes.parse(given);
      for (const { collection } of writes) await db.createCollection(collection);
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
};

const main = async (): Promise<void> => {
  const client = await mongo.MongoClient.connect(env.MONGODB_URI, { maxPoolSize: 50, w: 'majority' });
  const { hostname: host, port } = new URL(env.REDIS_URL);
  const queue = new Queue('floor', { connection: { host, port: Number(port) } });
  await queue.waitUntilReady();
  const idle = noop();
  const { handler: commit, use } = committing(client, queue);
  const server = createServer((request, response) => {
    if (request.url === '/noop') void idle(request, response);
    else if (request.url === '/commit') void commit(request, response);
    else if (request.url === '/writes')
      void bodyOf(request)
        .then((body) => use(JSON.parse(body) as unknown))
        .then(() => response.end());
    else response.end();
  });
  server.listen(env.PORT, '127.0.0.1');
};

void main();
