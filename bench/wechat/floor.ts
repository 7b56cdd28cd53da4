/** The floor: bare wechaty, as its own first example has it. A message comes in over gRPC, its echo goes out. */
import { WechatyBuilder, log } from 'wechaty';
import { z } from 'zod';

const env = z
  .object({ WECHATY_PUPPET_SERVICE_TOKEN: z.string(), WECHATY_PUPPET_SERVICE_ENDPOINT: z.string() })
  .parse(process.env);

log.level('silent');
const bot = WechatyBuilder.build({
  name: 'floor',
  puppet: 'wechaty-puppet-service',
  puppetOptions: { token: env.WECHATY_PUPPET_SERVICE_TOKEN, endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT },
});
bot.on('error', (error) => void process.stderr.write(`floor: ${String(error)}\n`));
bot.on('message', async (message) => {
  if (!message.self()) await message.say(`听到：${message.text()}`);
});
void bot.start();
