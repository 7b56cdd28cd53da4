import type { CriticalReading } from '../reading';
import { excuses } from './excuses';
import type { Signal } from './signals';
import { signals } from './signals';

export interface CriticalFinding {
  readonly reading: CriticalReading | null;
  readonly why: readonly string[];
}

const gate = new RegExp(signals.map(({ pattern }) => pattern.source).join('|'));

const nothing: CriticalFinding = { reading: null, why: [] };

const firstIn = (text: string): { signal: Signal; words: string }[] =>
  signals.flatMap((signal) => {
    const words = signal.pattern.exec(text)?.[0];
    return words === undefined ? [] : [{ signal, words }];
  });

/** Danger in the words, unless the words themselves say that it is none. */
export const readCritical = (text: string): CriticalFinding => {
  if (!gate.test(text)) return nothing;
  const found = firstIn(text);
  const best = found.find(({ signal }) => signal.certain) ?? found[0];
  if (best === undefined) return nothing;
  const reasons = found.map(({ signal, words }) => `紧急词“${words}”（${signal.name}）`);
  const excused = excuses.find(({ pattern }) => pattern.test(text));
  if (excused) return { reading: null, why: [...reasons, `不算紧急：${excused.name}`] };
  const { category, certain } = best.signal;
  return { reading: { category, share: certain ? 0.9 : 0.5, doubt: !certain }, why: reasons };
};
