/** What the sandbox's network does wrong on purpose, in one chat or in all. */
export interface FaultOrder {
  readonly failNext?: number | undefined;
  readonly dropAnswerNext?: number | undefined;
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

export const createFaults = (): Faults => {
  const failing: Counts = new Map();
  const losing: Counts = new Map();
  return {
    order: ({ failNext, dropAnswerNext, chat }) => {
      if (failNext !== undefined) failing.set(chat, failNext);
      if (dropAnswerNext !== undefined) losing.set(chat, dropAnswerNext);
    },
    fails: (chat) => take(failing, chat),
    losesAnswer: (chat) => take(losing, chat),
  };
};
