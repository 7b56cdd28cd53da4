import sharp from 'sharp';
import type { PictureFacts } from '../../domain/photos/look-alike';
import { readExif, type PhotoExif } from './photo-exif';
import { readPicture } from './photo-hash';
import type { PhotoRefusal } from '../../usecases/ports-of-uploads';

const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
/** A telephone's largest sensors; a small file that unfolds to more is a bomb. */
const MAX_PIXELS = 60_000_000;
const FULL_EDGE = 2048;
const PREVIEW_EDGE = 320;

export interface PhotoCopies {
  readonly full: Buffer;
  readonly preview: Buffer;
  readonly facts: PhotoExif & PictureFacts;
}

const startsWith = (bytes: Buffer, at: number, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte);
const says = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.subarray(at, at + text.length).toString('latin1') === text;

/** By its first bytes, whatever it is called: what we don't name here (SVG, PDF, zip, …) never reaches a decoder. */
const isPhoto = (bytes: Buffer): boolean =>
  startsWith(bytes, 0, 0xff, 0xd8, 0xff) ||
  startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ||
  (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) ||
  (says(bytes, 4, 'ftyp') && (says(bytes, 8, 'avif') || says(bytes, 8, 'avis')));

const isTooLarge = async (bytes: Buffer): Promise<boolean> => {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return width * height > MAX_PIXELS;
};

/** What shows before anything is drawn; null: it may be kept. */
export const whyNoPhoto = async (bytes: Buffer): Promise<PhotoRefusal | null> => {
  if (bytes.length > MAX_PHOTO_BYTES) return 'size';
  if (!isPhoto(bytes)) return 'type';
  return isTooLarge(bytes).then(
    (isLarge) => (isLarge ? 'size' : null),
    () => 'broken',
  );
};

/** Upright, on white, as JPEG; sharp writes no metadata unless asked to. */
const jpeg = (bytes: Buffer, edge: number, quality: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer();

/** Place and time are read first, for the copies know nothing but the picture. */
export const copyPhoto = async (bytes: Buffer): Promise<PhotoCopies | PhotoRefusal> => {
  const refusal = await whyNoPhoto(bytes);
  if (refusal !== null) return refusal;
  try {
    const exif = await readExif(bytes);
    const full = await jpeg(bytes, FULL_EDGE, 82);
    const preview = await jpeg(full, PREVIEW_EDGE, 72);
    return { full, preview, facts: { ...exif, ...(await readPicture(bytes, full)) } };
  } catch {
    return 'broken';
  }
};
