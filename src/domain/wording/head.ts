import type { CategoryId } from '../community/category';
import type { Place } from '../ticket/ticket';

/** A matter as every message names it. Category null: not chosen yet. */
export interface Head {
  readonly number: number;
  readonly category: CategoryId | null;
  readonly place: Place;
}
