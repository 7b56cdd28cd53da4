import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PictureFacts } from '../../domain/photos/look-alike';

const COLUMNS = 9;
const ROWS = 8;
/** Grey levels by which neighbours differ visibly; less is what compression makes. */
const VISIBLE_LEVELS = 3;
/** Of 64. Made scenes have 23 and more; a plain wall or a dark room has a handful. */
const LEAST_VISIBLE = 12;

const hex = (bits: readonly boolean[]): string =>
  Array.from({ length: bits.length / 4 }, (_, nibble) =>
    [0, 1, 2, 3].reduce((sum, bit) => sum * 2 + Number(bits[nibble * 4 + bit]), 0).toString(16),
  ).join('');

/** The difference hash of an upright picture; null for one without features. */
const hashOf = async (upright: Buffer): Promise<string | null> => {
  const grey = await sharp(upright).grayscale().resize(COLUMNS, ROWS, { fit: 'fill' }).raw().toBuffer();
  const steps = Array.from({ length: (COLUMNS - 1) * ROWS }, (_, index) => {
    const at = Math.floor(index / (COLUMNS - 1)) * COLUMNS + (index % (COLUMNS - 1));
    return (grey[at + 1] ?? 0) - (grey[at] ?? 0);
  });
  const visible = steps.filter((step) => Math.abs(step) >= VISIBLE_LEVELS).length;
  return visible < LEAST_VISIBLE ? null : hex(steps.map((step) => step > 0));
};

/** What tells this picture from others: its look, and the file as it came. */
export const readPicture = async (bytes: Buffer, upright: Buffer): Promise<PictureFacts> => ({
  hash: await hashOf(upright),
  digest: createHash('sha256').update(bytes).digest('base64url'),
});
