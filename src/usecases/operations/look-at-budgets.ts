import type { Capabilities, ChatRecord, Chats, Clock, Outbox } from '../ports';
import { usableOf, windowsOf, type BudgetWindow } from '../sending/budgets';

export interface BudgetLookPorts {
  readonly outbox: Pick<Outbox, 'sentSince'>;
  readonly chats: Pick<Chats, 'byId'>;
  readonly platforms: ReadonlyMap<string, { readonly capabilities: Capabilities }>;
  readonly machine: Clock;
}

/** How much a platform takes from an account, or in a chat, and how much of it is left now. */
export interface BudgetUse {
  readonly platform: string;
  readonly account: string;
  /** Null: the account's own, for all chats together. */
  readonly chat: ChatRecord | null;
  /** So many messages in so many seconds. */
  readonly limit: number;
  readonly seconds: number;
  readonly used: number;
  /** For anything; what is kept for emergencies is told apart. */
  readonly left: number;
  readonly reserve: number;
  readonly inLastMinute: number;
}

type Sent = Awaited<ReturnType<Outbox['sentSince']>>[number];

const minuteMs = 60_000;
/** A window that is over at once limits nothing: the sandbox has such. */
const leastMs = 100;
/** Chats on a page: those nearest to their limit. */
const most = 30;

const sum = (sent: readonly Sent[]): number => sent.reduce((total, { messages }) => total + messages, 0);

const useOf = (
  { limit, ms, reserve }: BudgetWindow,
  of: Pick<BudgetUse, 'platform' | 'account' | 'chat'>,
  sent: readonly Sent[],
  now: number,
): BudgetUse => {
  const used = sum(sent.filter(({ at }) => at.getTime() > now - ms));
  const free = usableOf({ limit, reserve }, false);
  return {
    ...of,
    ...{ limit, seconds: ms / 1000, used, reserve: limit - free },
    left: Math.max(0, free - used),
    inLastMinute: sum(sent),
  };
};

const nearest = (one: BudgetUse, other: BudgetUse): number =>
  one.left / one.limit - other.left / other.limit || other.inLastMinute - one.inLastMinute;

/** What went to one chat, with what its platform can do. */
interface WrittenTo {
  readonly chat: ChatRecord;
  readonly can: Capabilities;
  readonly sent: readonly Sent[];
}

const writtenTo = async (
  { chats, platforms }: Pick<BudgetLookPorts, 'chats' | 'platforms'>,
  sent: readonly Sent[],
): Promise<readonly WrittenTo[]> => {
  const ids = [...new Set(sent.map(({ chat }) => chat))];
  const found = await Promise.all(ids.map((id) => chats.byId(id)));
  return found.flatMap((chat) => {
    const can = chat && platforms.get(chat.platform)?.capabilities;
    return chat && can ? [{ chat, can, sent: sent.filter((each) => each.chat === chat.id) }] : [];
  });
};

const accountsOf = (written: readonly WrittenTo[], now: number): readonly BudgetUse[] => {
  const accountOf = ({ chat }: WrittenTo): string => `${chat.platform} ${chat.account}`;
  return written
    .filter((each, index) => written.findIndex((other) => accountOf(other) === accountOf(each)) === index)
    .flatMap((first) => {
      const { platform, account } = first.chat;
      const of = { platform, account, chat: null };
      const sent = written.filter((each) => accountOf(each) === accountOf(first)).flatMap((each) => each.sent);
      const windows = windowsOf(first.chat, first.can).filter(({ shared }) => shared);
      return windows.map((window) => useOf(window, of, sent, now));
    });
};

/** By what platforms took in the last minute, from whatever process: per account, and per chat that was written to. */
export const lookAtBudgets = async (ports: BudgetLookPorts): Promise<readonly BudgetUse[]> => {
  const now = ports.machine.now().getTime();
  const written = await writtenTo(ports, await ports.outbox.sentSince(new Date(now - minuteMs)));
  const ofChats = written.flatMap(({ chat, can, sent }) => {
    const { platform, account } = chat;
    const windows = windowsOf(chat, can).filter(({ shared, ms }) => !shared && ms >= leastMs);
    return windows.map((window) => useOf(window, { platform, account, chat }, sent, now));
  });
  return [...accountsOf(written, now), ...ofChats.sort(nearest).slice(0, most)];
};
