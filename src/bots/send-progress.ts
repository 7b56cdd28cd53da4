import type { MessageId } from '../domain/ids';
import type { Outgoing } from '../usecases/ports';

/** How far a message of several calls has come. */
export interface Progress {
  done: number;
  readonly as: string[];
}

const MAX_UNFINISHED = 1_000;

const shapeOf = ({ chat, text, choices, photos }: Outgoing): string =>
  JSON.stringify([chat.nativeId, text, choices, photos.map(({ id }) => id)]);

/**
 * What was begun goes on where it stopped (a 429 between album and words), so that the first part is not said twice.
 * Only in memory: after a crash it is said again, which the outbox counts.
 */
export const createProgress = () => {
  const unfinished = new Map<MessageId, { readonly shape: string; readonly progress: Progress }>();
  return {
    of: (message: Outgoing): Progress => {
      const shape = shapeOf(message);
      const known = unfinished.get(message.id);
      if (known?.shape === shape) return known.progress;
      const progress: Progress = { done: 0, as: [] };
      unfinished.delete(message.id);
      unfinished.set(message.id, { shape, progress });
      const [oldest] = unfinished.keys();
      if (unfinished.size > MAX_UNFINISHED && oldest !== undefined) unfinished.delete(oldest);
      return progress;
    },
    forget: (id: MessageId): void => {
      unfinished.delete(id);
    },
  };
};
