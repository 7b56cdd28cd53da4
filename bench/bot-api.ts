import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BotApi {
  readonly apiRoot: string;
  /** Resolves when the program has set its webhook. */
  readonly webhookSet: Promise<void>;
  stop(): void;
}

/** As much of Telegram's Bot API as a program needs that only listens. */
export const startBotApi = async (): Promise<BotApi> => {
  let tellSet = (): void => undefined;
  const webhookSet = new Promise<void>((resolve) => (tellSet = resolve));
  const me = {
    id: 4242,
    is_bot: true,
    first_name: '邻里',
    username: 'linli_bench_bot',
    can_read_all_group_messages: true,
  };
  const server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    request.resume().once('end', () => {
      const result = method === 'getMe' ? me : method.startsWith('send') ? { message_id: 1, date: 0, chat: me } : true;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }));
      if (method === 'setWebhook') tellSet();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webhookSet,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
