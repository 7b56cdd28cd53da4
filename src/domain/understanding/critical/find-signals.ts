import type { Excuse } from './excuses';
import { excuses } from './excuses';
import type { Signal } from './signals';
import { signals } from './signals';

export interface FoundSignals {
  readonly signals: readonly { readonly signal: Signal; readonly words: string }[];
  readonly excuses: readonly Excuse[];
}

const gate = new RegExp(signals.map(({ pattern }) => pattern.source).join('|'));

const nothing: FoundSignals = { signals: [], excuses: [] };

/** Words of danger in a folded text, and the words beside them that may say that there is none. */
export const findSignals = (text: string): FoundSignals => {
  if (!gate.test(text)) return nothing;
  return {
    signals: signals.flatMap((signal) => {
      const words = signal.pattern.exec(text)?.[0];
      return words === undefined ? [] : [{ signal, words }];
    }),
    excuses: excuses.filter(({ pattern }) => pattern.test(text)),
  };
};
