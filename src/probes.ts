import type { TelegramBot } from './bots/telegram/telegram.bot';
import type { Jobs } from './jobs/jobs';
import type { Stores } from './store/store';

/** The bots that this process serves; the sandbox answers as soon as the process does. */
export const probesOf = (stores: Stores, jobs: Jobs, telegram: TelegramBot | null) => ({
  database: () => stores.ping(),
  queue: async () => {
    if ((await jobs.queues.counts()) === null) throw new Error('Redis is away');
  },
  bots: () =>
    telegram === null || telegram.ready()
      ? Promise.resolve()
      : Promise.reject(new Error('Telegram does not answer as it should')),
});
