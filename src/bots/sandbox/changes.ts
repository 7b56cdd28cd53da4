/** A message came or changed, or the clock was moved. */
export type Change =
  { readonly kind: 'message'; readonly chat: string; readonly id: string } | { readonly kind: 'clock' | 'chats' };

/** Who looks at the sandbox hears of what changes there. */
export interface Changes {
  tell(change: Change): void;
  /** Returns the way to stop listening. */
  listen(hear: (change: Change) => void): () => void;
}

export const createChanges = (): Changes => {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell: (change) => {
      for (const hear of listeners) hear(change);
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
};
