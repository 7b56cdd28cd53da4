import type { CategoryId } from '../../community/category';
import type { PreparedText } from '../model/prepare-text';
import type { CriticalReading } from '../reading';
import type { FoundSignals } from './find-signals';

export interface CriticalFinding {
  readonly reading: CriticalReading | null;
  readonly why: readonly string[];
}

const nothing: CriticalFinding = { reading: null, why: [] };

export const criticalCategories: readonly CategoryId[] = ['lost-person', 'medical', 'fire', 'gas', 'danger'];

/** From here the model alone asks; from the second, with words of danger beside it, everyone is called. */
const askFrom = 0.35;
const alarmFrom = 0.7;

const bestCategory = (labels: readonly string[], shares: Float32Array, { signals }: FoundSignals): CategoryId =>
  criticalCategories.reduce<{ id: CategoryId; share: number }>(
    (best, id) => {
      const named = signals.some(({ signal }) => signal.category === id) ? 0.05 : 0;
      const share = (shares[labels.indexOf(id)] ?? 0) + named;
      return share > best.share ? { id, share } : best;
    },
    { id: signals[0]?.signal.category ?? 'danger', share: 0 },
  ).id;

/** Danger in the words, by rules and by the model together: either may ask, both together call everyone. */
export const readCritical = (
  { danger }: PreparedText,
  modelShare: number,
  labels: readonly string[],
  shares: Float32Array,
): CriticalFinding => {
  const { signals, excuses } = danger;
  const plain = signals.some(({ signal }) => signal.certain) && excuses.length === 0;
  if (modelShare < askFrom && !plain) {
    const why =
      signals.length > 0 && excuses.length > 0 ? [`不算紧急：${excuses.map(({ name }) => name).join('、')}`] : [];
    return why.length > 0 ? { reading: null, why } : nothing;
  }
  const share = plain ? Math.max(modelShare, 0.5) : modelShare;
  const category = bestCategory(labels, shares, danger);
  const doubt = share < alarmFrom || signals.length === 0;
  return {
    reading: { category, share, doubt },
    why: [
      ...signals.map(({ signal, words }) => `紧急词“${words}”（${signal.name}）`),
      `紧急的把握${Math.round(modelShare * 100)}%${doubt ? '，先问一声' : ''}`,
    ],
  };
};
