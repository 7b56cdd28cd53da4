/** What the sandbox's network does wrong on purpose, in one chat or in all. */
export interface FaultOrder {
  readonly failNext?: number | undefined;
  readonly dropAnswerNext?: number | undefined;
  /** Until it is replaced: every so manieth request; 0 ends it. */
  readonly failOneIn?: number | undefined;
  readonly dropAnswerOneIn?: number | undefined;
  /** Null: in any chat. */
  readonly chat: string | null;
}

export interface Faults {
  /** Replaces what was ordered for this chat (or for all) before; 0 ends it. */
  order(order: FaultOrder): void;
  /** Whether this request fails before anything is done. */
  fails(chat: string): boolean;
  /** Whether it is done and its answer lost. */
  losesAnswer(chat: string): boolean;
}

type Counts = Map<string | null, number>;

/** The chat's own count goes first, then that of all chats. */
const take = (counts: Counts, chat: string): boolean => {
  for (const key of [chat, null]) {
    const left = counts.get(key) ?? 0;
    if (left > 0) {
      counts.set(key, left - 1);
      return true;
    }
  }
  return false;
};

interface Rate {
  readonly oneIn: number;
  readonly seen: number;
}
type Rates = Map<string | null, Rate>;

/** Whether this request is the one in so many. */
const strikes = (rates: Rates, chat: string): boolean => {
  const key = rates.has(chat) ? chat : null;
  const { oneIn, seen } = rates.get(key) ?? { oneIn: 0, seen: 0 };
  if (oneIn === 0) return false;
  rates.set(key, { oneIn, seen: (seen + 1) % oneIn });
  return seen + 1 === oneIn;
};

/** The next so many, and one in so many. */
const misfortune = () => {
  const counts: Counts = new Map();
  const rates: Rates = new Map();
  return {
    order: (chat: string | null, next: number | undefined, oneIn: number | undefined): void => {
      if (next !== undefined) counts.set(chat, next);
      if (oneIn !== undefined) rates.set(chat, { oneIn, seen: 0 });
    },
    hits: (chat: string): boolean => take(counts, chat) || strikes(rates, chat),
  };
};

export const createFaults = (): Faults => {
  const failing = misfortune();
  const losing = misfortune();
  return {
    order: ({ failNext, dropAnswerNext, failOneIn, dropAnswerOneIn, chat }) => {
      failing.order(chat, failNext, failOneIn);
      losing.order(chat, dropAnswerNext, dropAnswerOneIn);
    },
    fails: (chat) => failing.hits(chat),
    losesAnswer: (chat) => losing.hits(chat),
  };
};
