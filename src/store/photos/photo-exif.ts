import exifr from 'exifr';
import type { Spot } from '../../domain/photos/distance';
import type { TakenAt } from '../../domain/photos/taken-at';

/** What a camera wrote into a photo. Read before the copies are made: these know nothing but the picture. */
export interface PhotoExif {
  readonly place: Spot | null;
  readonly taken: TakenAt | null;
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

const textIn = (of: unknown, name: string): string => {
  const value = field(of, name);
  return typeof value === 'string' ? value : '';
};

/** Null where none is written, and where what is written is no place on earth. */
const placeOf = (gps: unknown): PhotoExif['place'] => {
  const [lat, lng] = [field(gps, 'latitude'), field(gps, 'longitude')];
  if (typeof lat !== 'number' || typeof lng !== 'number') return null;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
};

/** "2026:11:20 10:00:00" of the camera's clock; nothing where that is no moment (a clock that was never set says zeros). */
const takenOf = (written: unknown): PhotoExif['taken'] => {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/u.exec(textIn(written, 'DateTimeOriginal'));
  if (!parts) return null;
  const [, year, month, day, time] = parts;
  const local = `${year}-${month}-${day}T${time}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return null;
  const offset = /^[+-]\d\d:\d\d$/u.exec(textIn(written, 'OffsetTimeOriginal'));
  return { local, offset: offset?.[0] ?? null };
};

const orNothing = async (reading: Promise<unknown>): Promise<unknown> => {
  try {
    return await reading;
  } catch {
    // A photo whose metadata can't be read is still a photo.
    return null;
  }
};

export const readExif = async (bytes: Buffer): Promise<PhotoExif> => {
  const [gps, written] = await Promise.all([
    orNothing(exifr.gps(bytes)),
    orNothing(exifr.parse(bytes, { reviveValues: false, pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] })),
  ]);
  return { place: placeOf(gps), taken: takenOf(written) };
};
