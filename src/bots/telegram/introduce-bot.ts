import { z } from 'zod';
import type { Logger } from '../../usecases/ports';
import { isOver, pause } from '../leash';
import type { Me } from './serve-update';
import type { TelegramApi } from './telegram.api';
import type { Trouble } from './telegram.trouble';
import { allowedUpdates } from './telegram.update';

export interface IntroductionNeeds {
  readonly api: TelegramApi;
  readonly mode:
    { readonly kind: 'polling' } | { readonly kind: 'webhook'; readonly url: string; readonly secretToken: string };
  readonly trouble: Trouble;
  readonly log: Logger;
}

export interface Introduction {
  readonly me: Me | null;
  readonly done: boolean;
  /** Tries until Telegram knows all it must know, or until `signal`. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  readonly lookAgain: () => Promise<Me>;
}

const Myself = z.object({
  id: z.number().int(),
  username: z.string(),
  can_read_all_group_messages: z.boolean().optional(),
});

const askWhoIAm = async (api: TelegramApi, signal?: AbortSignal): Promise<Me> => {
  const myself = Myself.parse(await api.call('getMe', {}, signal ? { signal } : {}));
  const { id, username, can_read_all_group_messages: readsAll = false } = myself;
  return { id, username, readsAll };
};

const setWebhook = async ({ api, mode, trouble }: IntroductionNeeds, signal: AbortSignal): Promise<void> => {
  if (mode.kind === 'polling') return;
  const { url, secretToken: secret_token } = mode;
  await api.call('setWebhook', { url, secret_token, allowed_updates: allowedUpdates }, { signal });
  await trouble.over();
};

/** Who am I, and where to send updates. */
export const createIntroduction = (needs: IntroductionNeeds): Introduction => {
  const { api, mode, trouble, log } = needs;
  let me: Me | null = null;
  let done = false;

  const look = async (signal?: AbortSignal): Promise<Me> => (me = await askWhoIAm(api, signal));

  const introduce = async (signal: AbortSignal): Promise<void> => {
    const { username } = await look(signal);
    await setWebhook(needs, signal);
    done = true;
    log.info({ username, mode: mode.kind }, 'telegram: the bot is introduced');
  };

  return {
    get me() {
      return me;
    },
    get done() {
      return done;
    },
    run: async (signal) => {
      while (!signal.aborted) {
        try {
          await introduce(signal);
          return;
        } catch (error) {
          if (!isOver(signal)) await pause(await trouble.met(error), signal);
        }
      }
    },
    lookAgain: () => look().catch((error: unknown) => me ?? Promise.reject(error as Error)),
  };
};
