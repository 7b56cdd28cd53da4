import type { Category, CategoryId } from '../domain/community/category';

/** What somebody who only looks makes of a photo. */
export interface PhotoOpinion {
  readonly category: CategoryId | null;
  /** Somebody may be in danger there. That it is false means nothing: dangers are seldom seen on photos. */
  readonly danger: boolean;
}

/** Looks at a JPEG without metadata; null: it sees nothing. It never throws. */
export type UnderstandPhoto = (photo: Buffer, categories: readonly Category[]) => Promise<PhotoOpinion | null>;

/** Without an outside model nobody but people looks at photos. */
export const seesNothing: UnderstandPhoto = () => Promise.resolve(null);
