import type { Moment, PersonId, PhotoId } from '../domain/ids';

/** What staff said of a photo that strangers might see. */
export interface PhotoLook {
  readonly by: PersonId;
  readonly at: Moment;
  readonly shown: boolean;
}

/** A cell of the grid that is laid over a photo, counted from the upper left. */
export const maskColumns = 8;
export const maskRows = 6;

export interface PublicPhotos {
  /** Strangers see it from now on, with these cells made unrecognisable for good. False: there is no such photo (any more). */
  show(id: PhotoId, cells: readonly number[], look: Omit<PhotoLook, 'shown'>): Promise<boolean>;
  /** Nobody but those who handle the matter sees it. */
  withhold(id: PhotoId, look: Omit<PhotoLook, 'shown'>): Promise<boolean>;
  /** As strangers may see it; null while nobody has looked at it. */
  read(id: PhotoId): Promise<Buffer | null>;
  /** Those of these that strangers may see. */
  shownAmong(ids: readonly PhotoId[]): Promise<ReadonlySet<PhotoId>>;
  /** Those of these that are here and that nobody has looked at. */
  unseenAmong(ids: readonly PhotoId[]): Promise<readonly PhotoId[]>;
}
