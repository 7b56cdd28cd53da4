import type { Capabilities } from '../ports';

/** Messages that the platform counts: an album's photos one by one, and each message that a long text fills. */
export const costOf = (text: string, photos: number, { maxText }: Pick<Capabilities, 'maxText'>): number =>
  Math.max(1, photos) + Math.max(0, Math.ceil(text.length / maxText) - 1);
