import type { CategoryId } from '../../community/category';
import type { PreparedText } from '../model/prepare-text';
import type { CriticalReading } from '../reading';
import type { FoundSignals } from './find-signals';
import { plainCries } from './plain-cries';

export interface CriticalFinding {
  readonly reading: CriticalReading | null;
  readonly why: readonly string[];
}

/** What the model's three heads make of the message, each a share. */
export interface DangerShares {
  /** Danger now, whatever the matter. */
  readonly danger: number;
  /** A matter for Linli at all. */
  readonly family: number;
  readonly labels: readonly CategoryId[];
  readonly categories: Float32Array;
}

export const criticalCategories: readonly CategoryId[] = ['lost-person', 'medical', 'fire', 'gas', 'danger'];

/**
 * From which share someone is asked: low, because a needless question costs less than a miss, and the lower the more
 * the message looks like a cry for help in this neighbourhood.
 */
const askFrom = { wordsAndPlace: 0.03, words: 0.12, place: 0.04, neither: 0.15, excused: 0.3 } as const;
/** From here everyone is called at once. */
const alarmFrom = 0.5;
const alarmWithWordsFrom = 0.3;
/** What a plain cry counts, whatever the model makes of it. */
const cryShare = 0.9;

const askingFrom = ({ danger, placed }: DangerText): number => {
  if (danger.excuses.length > 0) return askFrom.excused;
  if (danger.signals.length > 0) return placed ? askFrom.wordsAndPlace : askFrom.words;
  return placed ? askFrom.place : askFrom.neither;
};

const shareOf = ({ labels, categories }: DangerShares, id: CategoryId): number => categories[labels.indexOf(id)] ?? 0;

const bestCategory = (shares: DangerShares, { signals }: FoundSignals): CategoryId =>
  criticalCategories.reduce<{ id: CategoryId; share: number }>(
    (best, id) => {
      const named = signals.some(({ signal }) => signal.category === id) ? 0.1 : 0;
      const share = shareOf(shares, id) + named;
      return share > best.share ? { id, share } : best;
    },
    { id: signals[0]?.signal.category ?? 'danger', share: 0 },
  ).id;

const percent = (share: number) => `${Math.round(share * 100)}%`;

export type DangerText = Pick<PreparedText, 'danger' | 'placed' | 'folded'>;

const criesOut = ({ danger, folded }: DangerText): boolean =>
  danger.signals.length > 0 && danger.excuses.length === 0 && plainCries.some((cry) => cry.test(folded));

/** Danger, by rules and by the model together: the rules name the words, the model weighs all of them. */
export const readCritical = (text: DangerText, shares: DangerShares): CriticalFinding => {
  const { signals, excuses } = text.danger;
  const words = signals.map(({ signal, words: found }) => `紧急词“${found}”（${signal.name}）`);
  const against = signals.length > 0 ? excuses.map(({ name }) => `像是${name}`) : [];
  const cries = criesOut(text);
  // Weighing the matters can only make it less: talk passes without.
  const most = shares.danger * shares.family;
  const faint = !cries && most < askingFrom(text);
  const matter = faint ? 1 : criticalCategories.reduce((sum, id) => sum + shareOf(shares, id), 0);
  const weighed = most * matter;
  const share = cries ? Math.max(cryShare, weighed) : weighed;
  if (share < askingFrom(text))
    return { reading: null, why: signals.length > 0 ? [...words, ...against, '不算紧急'] : [] };
  const plain = excuses.length === 0 && signals.some(({ signal }) => signal.certain);
  const doubt = share < (plain ? alarmWithWordsFrom : alarmFrom);
  return {
    reading: { category: bestCategory(shares, text.danger), share: Math.min(1, share), doubt },
    why: [
      ...words,
      ...against,
      ...(cries ? ['话说得很明白'] : []),
      `紧急的把握${percent(share)}${doubt ? '，先问一声' : ''}`,
    ],
  };
};
