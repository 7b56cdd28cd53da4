import type { Engine } from '../../usecases/engine';
import type {
  Chats,
  Clock,
  Communities,
  Incidents,
  Leases,
  Logger,
  Outbox,
  People,
  Platform,
} from '../../usecases/ports';
import type { Menus } from '../../usecases/ports-of-menus';
import type { Lanes } from '../lane';
import { createAttempt } from './attempt-update';
import { createIntroduction, type Introduction } from './introduce-bot';
import { createKeepMenus, type KeepMenus } from './keep-menus';
import { createPressSigner } from './press-data';
import { createServeUpdate } from './serve-update';
import { createTelegramApi, TelegramOutage, type TelegramApi } from './telegram.api';
import { createTranslate } from './telegram.inbound';
import { createTelegramPlatform } from './telegram.platform';
import { createPoller, type Poller, type PollerTiming } from './telegram.poller';
import { createTrouble, type Trouble, type TroubleTiming } from './telegram.trouble';
import type { TelegramUpdate } from './telegram.update';
import { createWebhookHandler, type WebhookHandler, type WebhookRoute } from './telegram.webhook';

export type TelegramMode =
  | { readonly kind: 'polling' }
  /** `url` is where Telegram finds the webhook. */
  | { readonly kind: 'webhook'; readonly url: string; readonly secretToken: string };

export interface TelegramBotNeeds {
  readonly token: string;
  readonly apiRoot: string;
  /** Signs buttons. */
  readonly secret: string;
  readonly mode: TelegramMode;
  /** Names this process in the account's lease. */
  readonly holder: string;
  readonly engine: Pick<Engine, 'handle'>;
  readonly chats: Pick<Chats, 'resolve' | 'migrate'>;
  readonly people: Pick<People, 'identify'>;
  readonly outbox: Pick<Outbox, 'bySentAs'>;
  readonly communities: Communities;
  readonly menus: Menus;
  readonly leases: Leases;
  readonly incidents: Pick<Incidents, 'open' | 'close'>;
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly log: Logger;
  /** The machine's clock, in milliseconds. */
  readonly machineNow?: () => number;
  readonly timing?: {
    readonly timeoutMs?: number;
    readonly poller?: PollerTiming;
    readonly trouble?: TroubleTiming;
    readonly menusEveryMs?: number;
  };
}

export interface TelegramBot {
  readonly platform: Platform;
  readonly api: TelegramApi;
  /** Returns soon, also when Telegram cannot be reached: it goes on trying. */
  start(): Promise<void>;
  /** Ends within 2 s; what was not committed comes again. */
  stop(): Promise<void>;
  /** For a bare Node server; null when polling. */
  readonly webhook: WebhookHandler | null;
  /** The same with the path of the webhook's URL; null when polling. */
  readonly route: WebhookRoute | null;
  ready(): boolean;
}

const START_MS = 3_000;

/** The bot's own id stands before the colon of its token. */
const accountOf = (token: string): string => token.split(':', 1)[0] ?? token;

const serving = (needs: TelegramBotNeeds, api: TelegramApi, introduction: Introduction, keepMenus: KeepMenus) => {
  const { secret, chats, people, outbox, clock, engine, incidents, log, machineNow = Date.now } = needs;
  const signer = createPressSigner(secret);
  const account = accountOf(needs.token);
  const translate = createTranslate({ account, chats, people, outbox, clock, signer, machineNow });
  const { serve, apologise } = createServeUpdate({
    api,
    translate,
    engine,
    chats,
    log,
    lookAtMe: introduction.lookAgain,
    onPrivate: (nativeId) => keepMenus.heard(nativeId),
  });
  const attempt = createAttempt({
    serve: async (update: TelegramUpdate) => {
      // Before the bot knows its own name it can't tell who is called.
      if (introduction.me === null) throw new TelegramOutage('the bot has not been introduced yet');
      return serve(update, introduction.me);
    },
    setAside: apologise,
    incidents,
    log,
  });
  return { attempt, platform: createTelegramPlatform({ api, signer, log }) };
};

interface Intake {
  readonly poller: Poller | null;
  readonly webhook: WebhookHandler | null;
  readonly route: WebhookRoute | null;
}

const intakeOf = (
  needs: TelegramBotNeeds,
  api: TelegramApi,
  trouble: Trouble,
  attempt: ReturnType<typeof createAttempt>,
): Intake => {
  const { mode, lanes, log, holder, leases, timing } = needs;
  switch (mode.kind) {
    case 'polling': {
      const account = accountOf(needs.token);
      const own = timing?.poller ? { timing: timing.poller } : {};
      const poller = createPoller({ api, account, holder, leases, lanes, attempt, trouble, log, ...own });
      return { poller, webhook: null, route: null };
    }
    case 'webhook': {
      const webhook = createWebhookHandler({ secretToken: mode.secretToken, lanes, attempt, log });
      return { poller: null, webhook, route: { path: new URL(mode.url).pathname, handler: webhook } };
    }
  }
};

export const createTelegramBot = (needs: TelegramBotNeeds): TelegramBot => {
  const { token, apiRoot, mode, incidents, log, timing } = needs;
  const api = createTelegramApi({ token, apiRoot, ...(timing?.timeoutMs && { timeoutMs: timing.timeoutMs }) });
  const trouble = createTrouble(incidents, log, timing?.trouble);
  const introduction = createIntroduction({ api, mode, trouble, log });
  const everyMs = timing?.menusEveryMs;
  const { communities, menus } = needs;
  const keepMenus = createKeepMenus({ api, communities, menus, log, ...(everyMs !== undefined && { everyMs }) });
  const { attempt, platform } = serving(needs, api, introduction, keepMenus);
  const { poller, webhook, route } = intakeOf(needs, api, trouble, attempt);
  let stopping = new AbortController();

  return {
    platform,
    api,
    webhook,
    route,
    start: async () => {
      stopping = new AbortController();
      const { signal } = stopping;
      const introduced = introduction.run(signal).then(() => {
        if (signal.aborted) return;
        poller?.start();
        void keepMenus.run(signal);
      });
      let timer: NodeJS.Timeout | undefined;
      const longEnough = new Promise<void>((resolve) => (timer = setTimeout(resolve, START_MS)));
      await Promise.race([introduced, longEnough]);
      clearTimeout(timer);
    },
    stop: async () => {
      stopping.abort();
      await poller?.stop();
    },
    ready: () => introduction.done && !trouble.now && !stopping.signal.aborted,
  };
};
