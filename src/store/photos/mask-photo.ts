import sharp from 'sharp';
import { maskColumns, maskRows } from '../../usecases/ports-of-public-photos';

const widest = 1024;

/**
 * A smaller copy whose named cells are averaged to one colour each: nothing of what was there can be had back, as it
 * could from a light blur.
 */
export const maskPhoto = async (jpeg: Buffer, cells: readonly number[]): Promise<Buffer> => {
  const small = await sharp(jpeg).resize({ width: widest, withoutEnlargement: true }).jpeg().toBuffer();
  const { width, height } = await sharp(small).metadata();
  const [wide, high] = [Math.ceil(width / maskColumns), Math.ceil(height / maskRows)];
  const wanted = [...new Set(cells)].filter((cell) => cell >= 0 && cell < maskColumns * maskRows);
  const patches = wanted.flatMap((cell) => {
    const [left, top] = [(cell % maskColumns) * wide, Math.floor(cell / maskColumns) * high];
    const size = { width: Math.min(wide, width - left), height: Math.min(high, height - top) };
    return size.width > 0 && size.height > 0 ? [{ left, top, ...size }] : [];
  });
  const composed = await Promise.all(
    patches.map(async ({ left, top, ...size }) => {
      const one = await sharp(small)
        .extract({ left, top, ...size })
        .resize(1, 1, { fit: 'fill' })
        .png()
        .toBuffer();
      return { input: await sharp(one).resize(size.width, size.height, { fit: 'fill' }).png().toBuffer(), left, top };
    }),
  );
  return sharp(small).composite(composed).jpeg({ quality: 78 }).toBuffer();
};
