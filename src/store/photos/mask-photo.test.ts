import sharp from 'sharp';
import { aScene } from '../../../test/support/a-scene';
import { maskPhoto } from './mask-photo';

/** How much the colours of a cell differ from each other. */
const spread = async (jpeg: Buffer, column: number, row: number): Promise<number> => {
  const { width, height } = await sharp(jpeg).metadata();
  const [wide, high] = [Math.floor(width / 8), Math.floor(height / 6)];
  const inner = { left: column * wide + 12, top: row * high + 12, width: wide - 24, height: high - 24 };
  const { channels } = await sharp(await sharp(jpeg).extract(inner).toBuffer()).stats();
  return Math.max(...channels.map(({ stdev }) => stdev));
};

test('a marked cell is one colour, and nothing of it can be had back; the others stay', async () => {
  const scene = await aScene(4);
  const masked = await maskPhoto(scene, [0, 47, 9999, -3, Number.NaN]);
  expect(await spread(masked, 0, 0)).toBeLessThan(3);
  expect(await spread(masked, 7, 5)).toBeLessThan(3);
  const plain = await maskPhoto(scene, []);
  const others = [1, 2, 3, 4, 5, 6].map(async (column) => [
    await spread(plain, column, 2),
    await spread(masked, column, 2),
  ]);
  for (const [before = 0, after = 0] of await Promise.all(others)) expect(after).toBeCloseTo(before, 0);
  expect((await sharp(masked).metadata()).width).toBe(1024);
});
