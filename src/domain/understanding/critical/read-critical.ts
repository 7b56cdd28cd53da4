import type { CategoryId } from '../../community/category';
import type { PreparedText } from '../model/prepare-text';
import type { CriticalReading } from '../reading';
import type { FoundSignals } from './find-signals';

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

/** From here someone is asked: low, because a needless question costs less than a miss. */
const askFrom = 0.08;
/** Words that speak against danger must be outweighed. */
const excusedFrom = 0.2;
/** Words of danger that nothing speaks against are enough when the model does not deny them. */
const plainFrom = 0.15;
/** From here everyone is called at once. */
const alarmFrom = 0.5;
const alarmWithWordsFrom = 0.3;

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

/** Danger, by rules and by the model together: the rules name the words, the model weighs all of them. */
export const readCritical = ({ danger }: Pick<PreparedText, 'danger'>, shares: DangerShares): CriticalFinding => {
  const { signals, excuses } = danger;
  const words = signals.map(({ signal, words: found }) => `紧急词“${found}”（${signal.name}）`);
  const against = signals.length > 0 ? excuses.map(({ name }) => `像是${name}`) : [];
  const matter = criticalCategories.reduce((sum, id) => sum + shareOf(shares, id), 0);
  const share = shares.danger * shares.family * matter;
  const plain = excuses.length === 0 && signals.some(({ signal }) => signal.certain);
  const asks = share >= (against.length > 0 ? excusedFrom : askFrom);
  if (!asks && !(plain && shares.danger * shares.family >= plainFrom)) {
    return { reading: null, why: signals.length > 0 ? [...words, ...against, '不算紧急'] : [] };
  }
  const doubt = share < (plain ? alarmWithWordsFrom : alarmFrom);
  return {
    reading: { category: bestCategory(shares, danger), share: Math.min(1, Math.max(share, askFrom)), doubt },
    why: [...words, ...against, `紧急的把握${percent(share)}${doubt ? '，先问一声' : ''}`],
  };
};
