import type { Capabilities, ChatRecord } from '../ports';

export interface BudgetWindow {
  readonly key: string;
  /** Share that only critical messages may use. */
  readonly reserve: number;
  /** Many chats wait for it together: each is given a moment of its own. */
  readonly shared: boolean;
  readonly limit: number;
  readonly ms: number;
}

/**
 * How much may be sent to a platform, on the machine's clock. Kept in the memory of one process: the lease of a chat
 * keeps its drains apart, but several jobs processes together may reach an account's limit several times over. Then the
 * platform answers "wait", which is honoured to the millisecond; nothing is lost by it.
 */
export interface Budgets {
  /** Milliseconds until a message that counts `cost` may be sent here; 0: now. Takes nothing. */
  wait(chat: ChatRecord, can: Capabilities, cost: number, critical: boolean, now: Date): number;
  /** Milliseconds for which little of a group's budget is left, so that what can wait comes as one list; 0: there is enough. */
  low(chat: ChatRecord, can: Capabilities, now: Date): number;
  spend(chat: ChatRecord, can: Capabilities, cost: number, now: Date): void;
  /** The platform said "wait": nothing goes to this chat until then. */
  block(chat: ChatRecord, until: Date): void;
}

const secondMs = 1000;
const minuteMs = 60_000;
/** Messages in a row that a chat takes without a pause. */
const chatBurst = 3;
/** Share of a chat's or a group's budget that only critical messages may use. */
const chatReserve = 0.2;
/**
 * The same of an account's: an alarm goes to everyone on duty at once, however much else is under way. Of Telegram's 30 a
 * second that leaves twenty for an alarm (`npm run bench:alarm`).
 */
const accountReserve = 2 / 3;
/** Share of a group's budget that is little. */
const lowShare = 0.25;
/** Moments are given out no further ahead. */
const spreadMs = 30_000;
/** Windows kept before those that are over are thrown away. */
const manyWindows = 10_000;

/** The windows in which a message to this chat counts. */
export const windowsOf = (
  chat: Pick<ChatRecord, 'id' | 'kind' | 'platform' | 'account'>,
  can: Capabilities,
): readonly BudgetWindow[] =>
  [
    {
      key: `account ${chat.platform} ${chat.account}`,
      limit: can.perSecond,
      ms: secondMs,
      reserve: accountReserve,
      shared: true,
    },
    {
      key: `chat ${chat.id}`,
      limit: chatBurst,
      ms: (chatBurst / can.perChatPerSecond) * secondMs,
      reserve: chatReserve,
      shared: false,
    },
    ...(chat.kind === 'group'
      ? [
          {
            key: `group ${chat.id}`,
            limit: can.perGroupPerMinute,
            ms: minuteMs,
            reserve: chatReserve,
            shared: false,
          },
        ]
      : []),
  ].filter(({ limit, ms }) => Number.isFinite(limit) && ms > 0);

/** A hair more, so that a third of thirty is ten. */
export const usableOf = ({ limit, reserve }: Pick<BudgetWindow, 'limit' | 'reserve'>, critical: boolean): number =>
  Math.max(1, Math.floor(critical ? limit : limit * (1 - reserve) + 1e-9));

/** At most `limit` sends in any span of a window: exact, and a window holds no more than `limit` moments. */
export const createBudgets = (): Budgets => {
  const spent = new Map<string, { readonly ms: number; readonly at: number[] }>();
  const blocked = new Map<string, number>();
  /** The last moment that was given out, by window. */
  const given = new Map<string, number>();

  /** Those who wait for the same budget come back one after the other, and not all at once to be sent away again. */
  const spread = ({ key, ms }: BudgetWindow, now: number, wait: number, room: number): number => {
    const after = (given.get(key) ?? 0) + ms / room;
    const at = after > now + spreadMs ? now + wait : Math.max(now + wait, after);
    given.set(key, at);
    return at - now;
  };

  const within = (window: BudgetWindow, now: number): readonly number[] =>
    (spent.get(window.key)?.at ?? []).filter((at) => at > now - window.ms);

  /** Until so many of the sends in the window have left it that this one fits. */
  const waitFor = (window: BudgetWindow, cost: number, critical: boolean, now: number): number => {
    const room = usableOf(window, critical);
    const moments = within(window, now);
    const tooMany = moments.length + Math.min(cost, room) - room;
    if (tooMany <= 0) return 0;
    const wait = Math.max(1, (moments[tooMany - 1] ?? now) + window.ms - now);
    return window.shared && !critical ? spread(window, now, wait, room) : wait;
  };

  const forgetOld = (now: number): void => {
    for (const [key, { ms, at }] of spent) if ((at.at(-1) ?? 0) <= now - ms) spent.delete(key);
    for (const [key, until] of blocked) if (until <= now) blocked.delete(key);
  };

  return {
    wait: (chat, can, cost, critical, now) => {
      const ms = now.getTime();
      const waits = windowsOf(chat, can).map((window) => waitFor(window, cost, critical, ms));
      return Math.max(0, (blocked.get(chat.id) ?? 0) - ms, ...waits);
    },
    low: (chat, can, now) => {
      const group = windowsOf(chat, can).find(({ key }) => key.startsWith('group '));
      if (!group) return 0;
      const room = usableOf(group, false);
      const enough = Math.max(1, room - Math.ceil(room * lowShare));
      const moments = within(group, now.getTime());
      const last = moments[moments.length - enough];
      return last === undefined ? 0 : Math.max(1, last + group.ms - now.getTime());
    },
    spend: (chat, can, cost, now) => {
      const ms = now.getTime();
      if (spent.size > manyWindows) forgetOld(ms);
      for (const window of windowsOf(chat, can)) {
        const at = [...within(window, ms), ...Array.from({ length: Math.min(cost, window.limit) }, () => ms)];
        spent.set(window.key, { ms: window.ms, at });
      }
    },
    block: (chat, until) => {
      if (blocked.size > manyWindows) forgetOld(Date.now());
      blocked.set(chat.id, until.getTime());
    },
  };
};
