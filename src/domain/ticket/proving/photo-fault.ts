import type { Moment, PhotoId } from '../../ids';
import { metresBetween, type Spot } from '../../photos/distance';
import { isSamePicture, type PictureFacts } from '../../photos/look-alike';
import { momentTaken, type TakenAt } from '../../photos/taken-at';

/** Why a photo shows nothing of what was done. */
export const photoFaults = ['same-picture', 'older', 'elsewhere'] as const;
export type PhotoFault = (typeof photoFaults)[number];

/** What became of a photo, and what is known of it. */
export interface ProofPhoto extends PictureFacts {
  readonly id: PhotoId;
  readonly state: 'wanted' | 'kept' | 'refused' | 'given-up';
  readonly place: Spot | null;
  readonly taken: TakenAt | null;
}

/** As far as two photos of one spot lie apart, with the error of a telephone between houses. */
const sameSpotMetres = 150;

const isElsewhere = ({ place }: ProofPhoto, before: readonly ProofPhoto[]): boolean => {
  const spots = before.flatMap((photo) => photo.place ?? []);
  return place !== null && spots.length > 0 && spots.every((spot) => metresBetween(place, spot) > sameSpotMetres);
};

/** What is wrong with one photo of the finished work; null: nothing that could be told. */
export const faultOf = (
  after: ProofPhoto,
  before: readonly ProofPhoto[],
  { reportedAt, timeZone }: { readonly reportedAt: Moment; readonly timeZone: string },
): PhotoFault | null => {
  if (before.some((photo) => isSamePicture(after, photo))) return 'same-picture';
  if (after.taken !== null && momentTaken(after.taken, timeZone) < reportedAt) return 'older';
  return isElsewhere(after, before) ? 'elsewhere' : null;
};
