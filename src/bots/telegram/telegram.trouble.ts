import type { Incidents, Logger } from '../../usecases/ports';
import { TelegramRefusal } from './telegram.api';

export interface TroubleTiming {
  /** After what only a person can mend. */
  readonly slowMs: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

export const troubleTiming: TroubleTiming = { slowMs: 30_000, firstMs: 1_000, longestMs: 30_000 };

/** Why the account does not work, told to staff while it lasts. */
export interface Trouble {
  /** How long to wait before the next try. */
  met(error: unknown): Promise<number>;
  over(): Promise<void>;
  readonly now: boolean;
}

const subjects = ['telegram:token', 'telegram:conflict', 'telegram:refused', 'telegram:unreachable'] as const;
type Subject = (typeof subjects)[number];

const notices: Readonly<Record<Subject, { readonly what: string; readonly mend: string }>> = {
  'telegram:token': {
    what: 'Telegram 不认这个机器人的令牌（401），群里的消息收不到也发不出',
    mend: '请在 BotFather 查看令牌，改好 TELEGRAM_BOT_TOKEN 后重启',
  },
  'telegram:conflict': {
    what: '另有一个程序在用同一个 Telegram 机器人收消息（409），消息会被它拿走',
    mend: '请停掉另一个程序或它设的 webhook；找不到就在 BotFather 换一个令牌',
  },
  'telegram:refused': {
    what: 'Telegram 拒绝了机器人的设置',
    mend: '请运行 npm run cli -- doctor，照它说的改；webhook 要用 https 的 PUBLIC_URL',
  },
  'telegram:unreachable': {
    what: '连不上 Telegram，消息暂时收不到也发不出，没有丢',
    mend: '请检查服务器的网络、代理和 TELEGRAM_API_ROOT；连上后会自动继续',
  },
};

/** A short break is nobody's business. */
const UNREACHABLE_AFTER = 5;

const subjectOf = (error: unknown, failures: number): Subject | null => {
  if (!(error instanceof TelegramRefusal)) return failures >= UNREACHABLE_AFTER ? 'telegram:unreachable' : null;
  switch (error.code) {
    case 401:
    case 404:
      return 'telegram:token';
    case 409:
      return 'telegram:conflict';
    case 429:
      return null;
    default:
      return 'telegram:refused';
  }
};

const waitMs = (error: unknown, failures: number, { slowMs, firstMs, longestMs }: TroubleTiming): number =>
  error instanceof TelegramRefusal
    ? (error.hints.retryAfterMs ?? slowMs)
    : Math.min(firstMs * 2 ** (failures - 1), longestMs);

export const createTrouble = (
  incidents: Pick<Incidents, 'open' | 'close'>,
  log: Logger,
  timing: TroubleTiming = troubleTiming,
): Trouble => {
  let failures = 0;
  /** What an earlier process reported may stand open still. */
  let open = new Set<Subject>(subjects);
  let isNow = false;

  const tell = async (subject: Subject): Promise<void> => {
    isNow = true;
    open.add(subject);
    await incidents.open(subject, notices[subject].what, notices[subject].mend).catch(() => undefined);
  };

  return {
    get now() {
      return isNow;
    },

    met: async (error) => {
      failures += 1;
      log.warn({ why: String(error), failures }, 'telegram: the account does not work');
      const subject = subjectOf(error, failures);
      if (subject !== null) await tell(subject);
      return waitMs(error, failures, timing);
    },

    over: async () => {
      failures = 0;
      isNow = false;
      if (open.size === 0) return;
      const closing = open;
      open = new Set();
      const closed = Promise.all([...closing].map((subject) => incidents.close(subject)));
      await closed.catch(() => (open = new Set([...open, ...closing])));
    },
  };
};
