import { createHash } from 'node:crypto';

/** One community's part of the database. Every key carries it, so that two communities never meet in one document. */
export interface Scope {
  readonly communityId: string;
  /** A document's `_id`. */
  readonly key: (...parts: readonly (string | number)[]) => string;
}

export const scopeOf = (communityId: string): Scope => ({
  communityId,
  key: (...parts) => [communityId, ...parts].join('/'),
});

/** A short stable id for a long text: 96 bits, fit for a button's 64 bytes. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);
