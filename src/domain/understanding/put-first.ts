import type { CategoryId } from '../community/category';
import type { RankedCategory } from './reading';

/** The category leads with its share; the others keep their order and share what is left. */
export const putFirst = (ranked: readonly RankedCategory[], id: CategoryId, share: number): RankedCategory[] => {
  const rest = ranked.filter((other) => other.id !== id);
  const left = Math.max(0, 1 - share);
  const sum = rest.reduce((total, other) => total + other.share, 0);
  const scaled = rest.map((other) => ({ id: other.id, share: sum > left ? (other.share * left) / sum : other.share }));
  return [{ id, share }, ...scaled];
};
