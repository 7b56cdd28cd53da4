import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSilkVoice } from '../../../test/support/a-silk-voice';
import { createDecodeSilk } from './decode-silk';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'silk-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A decoder that behaves as this code says. */
const aDecoder = (name: string, decode: string): string => {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, `exports.decode = ${decode};`);
  return file;
};

const decode = createDecodeSilk();

test('what WeChat records is a WAV of the same length, with the same tone', async () => {
  const wav = await decode(await aSilkVoice(2));
  if (wav === null) throw new Error('Nothing was decoded.');
  expect([wav.toString('latin1', 0, 4), wav.toString('latin1', 8, 16)]).toEqual(['RIFF', 'WAVEfmt ']);
  expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, 24_000, 16]);
  expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
  expect(Math.abs((wav.length - 44) / 48_000 - 2)).toBeLessThan(0.2);
  const middle = Array.from({ length: 12_000 }, (_none, index) => wav.readInt16LE(44 + 2 * (18_000 + index)));
  const crossings = middle.filter((sample, index) => index > 0 && sample >= 0 && (middle[index - 1] ?? 0) < 0).length;
  expect(Math.abs(crossings / 0.5 - 440)).toBeLessThan(20);
});

test.each([
  ['words that only begin so', Buffer.concat([Buffer.from('\x02#!SILK_V3'), Buffer.alloc(100, 255)])],
  ['an empty one', Buffer.from('\x02')],
  ['too large a file', Buffer.concat([Buffer.from('#!SILK_V3'), Buffer.alloc(2 * 2 ** 20, 1)])],
  ['hours in a few bytes', Buffer.concat([Buffer.from('#!SILK_V3'), Buffer.alloc(200_000)])],
])('%s is nothing, and the next one is decoded all the same', async (_what, bytes) => {
  expect(await decode(bytes)).toBeNull();
  expect(await decode(await aSilkVoice(1))).not.toBeNull();
});

test('a decoder that hangs, dies or does not load is given up, and does not hold up the next voice for ever', async () => {
  const silk = await aSilkVoice(1);
  const hangs = createDecodeSilk({ decoder: aDecoder('hangs', '() => { for (;;); }'), timeoutMs: 300 });
  expect(await Promise.all([hangs(silk), hangs(silk)])).toEqual([null, null]);
  const dies = createDecodeSilk({ decoder: aDecoder('dies', '() => process.exit(3)') });
  expect(await dies(silk)).toBeNull();
  expect(await createDecodeSilk({ decoder: join(folder, 'none.cjs') })(silk)).toBeNull();
});
