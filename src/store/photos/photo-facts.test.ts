import sharp from 'sharp';
import { aScene, sceneSize } from '../../../test/support/a-scene';
import { isSamePicture, looksAlike } from '../../domain/photos/look-alike';
import { copyPhoto } from './photo-bytes';

const factsOf = async (bytes: Buffer) => {
  const copies = await copyPhoto(bytes);
  if (typeof copies === 'string') throw new Error(`not a photo: ${copies}`);
  return copies.facts;
};

const { width, height } = sceneSize;
const cropped = (bytes: Buffer, share: number) => {
  const [left, top] = [Math.round(width * share), Math.round(height * share)];
  return sharp(bytes).extract({ left, top, width: width - 2 * left, height: height - 2 * top });
};

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

test.each<[string, (bytes: Buffer) => Promise<Buffer>]>([
  ['made smaller', (bytes) => sharp(bytes).resize(640).jpeg({ quality: 80 }).toBuffer()],
  ['compressed anew', (bytes) => sharp(bytes).jpeg({ quality: 40 }).toBuffer()],
  ['cut a little', (bytes) => cropped(bytes, 0.02).jpeg().toBuffer()],
  ['made brighter', (bytes) => sharp(bytes).modulate({ brightness: 1.25 }).jpeg().toBuffer()],
  ['made darker', (bytes) => sharp(bytes).modulate({ brightness: 0.75 }).jpeg().toBuffer()],
  ['sent as PNG', (bytes) => sharp(bytes).png().toBuffer()],
])('a photo %s still looks like itself', async (_, change) => {
  for (const seed of seeds) {
    const scene = await aScene(seed);
    expect(looksAlike(await factsOf(scene), await factsOf(await change(scene)))).toBe(true);
  }
});

test('a photo held on its side and turned by its mark looks like itself', async () => {
  const scene = await aScene(1);
  const turned = await sharp(await sharp(scene).rotate(-90).toBuffer())
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(looksAlike(await factsOf(scene), await factsOf(turned))).toBe(true);
});

test('different photos never look alike', async () => {
  const all = await Promise.all(seeds.map(async (seed) => factsOf(await aScene(seed))));
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => looksAlike(one, other)));
  expect(pairs).toEqual(Array.from({ length: 28 }, () => false));
});

test('the same spot from another stand is not the same picture; the same picture compressed by a platform is', async () => {
  const scene = await aScene(3);
  const facts = await factsOf(scene);
  const stepAside = await sharp(scene).extract({ left: 180, top: 40, width: 1000, height: 840 }).jpeg().toBuffer();
  expect(isSamePicture(facts, await factsOf(stepAside))).toBe(false);
  expect(isSamePicture(facts, await factsOf(await sharp(scene).resize(1000).jpeg({ quality: 85 }).toBuffer()))).toBe(
    true,
  );
});

test('a plain wall says nothing; the same file of it is the same photo', async () => {
  const wall = (grey: string) =>
    sharp({ create: { width: 480, height: 360, channels: 3, background: grey } })
      .jpeg()
      .toBuffer();
  const [one, other] = [await factsOf(await wall('#888')), await factsOf(await wall('#898989'))];
  expect([one.hash, looksAlike(one, other), looksAlike(one, await factsOf(await wall('#888')))]).toEqual([
    null,
    false,
    true,
  ]);
});

const written = async (exif: Record<string, string>) =>
  factsOf(
    await sharp(await aScene(1))
      .withExif({ IFD2: exif })
      .jpeg()
      .toBuffer(),
  );

test('the time that the camera wrote is read, with its zone where there is one', async () => {
  expect((await written({ DateTimeOriginal: '2026:11:20 10:00:30' })).taken).toEqual({
    local: '2026-11-20T10:00:30',
    offset: null,
  });
  expect((await written({ DateTimeOriginal: '2026:11:20 10:00:30', OffsetTimeOriginal: '+08:00' })).taken).toEqual({
    local: '2026-11-20T10:00:30',
    offset: '+08:00',
  });
  expect((await written({ DateTimeOriginal: '0000:00:00 00:00:00' })).taken).toBeNull();
  expect((await factsOf(await aScene(1))).taken).toBeNull();
});
