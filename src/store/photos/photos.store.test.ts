import { bomb } from '../../../test/support/bad-photo';
import sharp from 'sharp';
import { aSilkVoice } from '../../../test/support/a-silk-voice';
import { aCommit } from '../../../test/support/a-commit';
import { openStore, type OpenedStore } from '../../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const at = '2026-11-20T02:00:00.000Z';
const source = { platform: 'telegram', ref: 'f', kind: 'photo' as const, mime: 'image/jpeg', bytes: null };

let last = 0;
const wanted = async (): Promise<string> => {
  const id = `photo-${(last += 1)}`;
  const photos = [{ id, matter: 'm', by: 'li', source, at }];
  await opened.store.unitOfWork.commit(aCommit(`wants ${id}`, { photos }));
  return id;
};
const keep = async (bytes: Buffer) => {
  const id = await wanted();
  const outcome = await opened.store.photos.keep(id, bytes);
  return { id, outcome, state: (await opened.store.photos.byId(id))?.state };
};

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3070b0' } });

/** Noise does not compress: a photo of some size, which a cut leaves really incomplete. */
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });

/** Taken in Beijing, on its side, as a telephone writes it. */
const withPlace = () =>
  plain(400, 300)
    .withExif({
      IFD0: { Orientation: '6', Make: 'Telephone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 24/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test('a photo is kept upright, at most 2048 px, with a preview of at most 320 px, as JPEG', async () => {
  const { id, outcome, state } = await keep(await plain(3000, 1500).png().toBuffer());
  expect([outcome, state]).toEqual(['kept', 'kept']);
  const [full, preview] = [await opened.store.photos.read(id, 'full'), await opened.store.photos.read(id, 'preview')];
  expect(await sharp(full ?? '').metadata()).toMatchObject({ format: 'jpeg', width: 2048, height: 1024 });
  expect(await sharp(preview ?? '').metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 160 });
});

test('a small photo is not blown up', async () => {
  const { id } = await keep(await plain(40, 30).jpeg().toBuffer());
  expect(await sharp((await opened.store.photos.read(id, 'full')) ?? '').metadata()).toMatchObject({
    width: 40,
    height: 30,
  });
});

test('the place is read first; nothing of the metadata is kept; the picture is turned as it was held', async () => {
  const bytes = await withPlace();
  expect((await sharp(bytes).metadata()).exif).toBeInstanceOf(Buffer);
  const { id } = await keep(bytes);
  const place = (await opened.store.photos.byId(id))?.place;
  expect(place?.lat).toBeCloseTo(39.9, 6);
  expect(place?.lng).toBeCloseTo(116.4, 6);
  for (const size of ['full', 'preview'] as const) {
    const copy = (await opened.store.photos.read(id, size)) ?? Buffer.alloc(0);
    const { exif, icc, iptc, xmp, orientation, width, height } = await sharp(copy).metadata();
    expect({ exif, icc, iptc, xmp, orientation }).toEqual({});
    expect(width).toBeLessThan(height);
    expect(copy.includes('Telephone')).toBe(false);
  }
});

test.each([
  ['a PDF called photo.jpg', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj'), 'type'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'), 'type'],
  ['a zip', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2_000)]), 'type'],
  ['nothing at all', Buffer.alloc(0), 'type'],
  ['40 MB', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(40 * 1024 * 1024)]), 'size'],
  ['a PNG that unfolds to 1.6 billion pixels', bomb(), 'size'],
  [
    'the first bytes of a JPEG and nonsense',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('nonsense')]),
    'broken',
  ],
] as const)('%s is refused', async (_, bytes, why) => {
  const { id, outcome, state } = await keep(bytes);
  expect([outcome, state]).toEqual([why, 'refused']);
  expect(await opened.store.photos.read(id, 'full')).toBeNull();
});

test('a truncated JPEG is broken', async () => {
  const whole = await noise(1200, 900).jpeg().toBuffer();
  const { outcome } = await keep(whole.subarray(0, whole.length / 2));
  expect(outcome).toBe('broken');
});

test('keeping twice, at once or later, keeps one', async () => {
  const id = await wanted();
  const bytes = await plain(100, 80).jpeg().toBuffer();
  const count = () => opened.store.connection.collection('photo_files.files').countDocuments();
  const before = await count();
  const outcomes = await Promise.all([1, 2, 3].map(() => opened.store.photos.keep(id, bytes)));
  expect([...outcomes, await opened.store.photos.keep(id, bytes)]).toEqual(['kept', 'kept', 'kept', 'kept']);
  expect(await count()).toBe(before + 2);
});

test('a photo that cannot be fetched waits longer each time, then is given up where staff see it', async () => {
  const { photos, incidents } = opened.store;
  const id = await wanted();
  expect((await photos.wanted(100)).map((photo) => photo.id)).toContain(id);
  await photos.failed(id, 'time-out');
  expect((await photos.wanted(100)).map((photo) => photo.id)).not.toContain(id);
  for (let tries = 2; tries <= 150; tries += 1) await photos.failed(id, 'time-out');
  expect(await photos.byId(id)).toMatchObject({ state: 'given-up' });
  expect(await incidents.list()).toEqual([
    expect.objectContaining({
      subject: `photo ${id}`,
      what: 'A photo could not be fetched from telegram in 150 tries: time-out',
    }),
  ]);
});

test('many are read at once, with what they look like; one that is unknown or not fetched yet says so', async () => {
  const { id } = await keep(await noise(200, 150).jpeg().toBuffer());
  const awaited = await wanted();
  const found = await opened.store.photos.byIds([id, awaited, 'none']);
  expect(found.map((photo) => [photo.id, photo.state, photo.hash?.length ?? null]).sort()).toEqual(
    [
      [id, 'kept', 16],
      [awaited, 'wanted', null],
    ].sort(),
  );
  expect(await opened.store.photos.byIds([])).toEqual([]);
});

test('an unknown photo is nothing to read and a bug to keep', async () => {
  expect(await opened.store.photos.read('none', 'full')).toBeNull();
  expect(await opened.store.photos.byId('none')).toBeNull();
  await expect(opened.store.photos.keep('none', Buffer.alloc(1))).rejects.toThrow('No photo "none" is wanted.');
});

test('a voice is kept as it is beside its matter, and is no photo; too long a one is refused', async () => {
  const voice = { ...source, kind: 'voice' as const, mime: 'audio/ogg' };
  const want = async (id: string): Promise<void> => {
    const photos = [{ id, matter: 'ticket-7', by: 'li', source: voice, at }];
    await opened.store.unitOfWork.commit(aCommit(`wants ${id}`, { photos }));
  };
  const { photos } = opened.store;
  await want('voice-1');
  expect(await photos.voicesOf('ticket-7')).toEqual([]);
  expect(await photos.keep('voice-1', Buffer.from('OggS…'))).toBe('kept');
  expect(await photos.keep('voice-1', Buffer.from('OggS…'))).toBe('kept');
  await want('voice-2');
  expect(await photos.keep('voice-2', Buffer.alloc(11 * 2 ** 20))).toBe('size');
  expect(await photos.voicesOf('ticket-7')).toEqual([{ id: 'voice-1', plays: true }]);
  expect(await photos.readVoice('voice-1')).toEqual({
    ...{ bytes: Buffer.from('OggS…'), type: 'audio/ogg', ending: 'ogg', plays: true },
  });
  const { id } = await keep(await plain(40, 30).jpeg().toBuffer());
  expect(await photos.readVoice(id)).toBeNull();
});

test('a voice of WeChat is heard as WAV whatever it was called; what is broken or of another kind comes as it is', async () => {
  const { photos } = opened.store;
  const heard = async (id: string, bytes: Buffer) => {
    const voice = { ...source, kind: 'voice' as const, mime: 'audio/ogg' };
    await opened.store.unitOfWork.commit(
      aCommit(`wants ${id}`, { photos: [{ id, matter: 'ticket-8', by: 'li', source: voice, at }] }),
    );
    await photos.keep(id, bytes);
    const found = await photos.readVoice(id);
    return [found?.type, found?.ending, found?.plays, found?.bytes.equals(bytes)];
  };
  expect(await heard('voice-silk', await aSilkVoice(1))).toEqual(['audio/wav', 'wav', true, false]);
  const broken = Buffer.concat([Buffer.from('\x02#!SILK_V3'), Buffer.alloc(100, 255)]);
  expect(await heard('voice-broken', broken)).toEqual(['audio/silk', 'silk', false, true]);
  expect(await heard('voice-amr', Buffer.from('#!AMR\n…'))).toEqual(['audio/amr', 'amr', false, true]);
  expect((await photos.voicesOf('ticket-8')).map(({ id, plays }) => [id, plays])).toEqual([
    ['voice-amr', false],
    ['voice-broken', true],
    ['voice-silk', true],
  ]);
});
