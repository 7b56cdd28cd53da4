import { execFileSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A few kilobytes that claim to be 40,000 × 40,000 pixels. */
export const bomb = (): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40_000, 0);
  header.writeUInt32BE(40_000, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(5_001 * 1_000)));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
};

/** Half of a photo of noise, which nobody can mend. */
const truncated = (): Buffer => {
  const script =
    "require('sharp')({create:{width:600,height:450,channels:3,background:'#000',noise:{type:'gaussian',mean:128,sigma:60}}}).jpeg().toBuffer().then((b)=>process.stdout.write(b.toString('base64')))";
  const whole = Buffer.from(
    execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
    'base64',
  );
  return whole.subarray(0, whole.length / 2);
};

const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** Files that people send as photos and that are none, with what they are told. */
export const badPhotos: readonly (readonly [string, () => Buffer, RegExp])[] = [
  ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj'), /不是照片，没有收/],
  [
    'an SVG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /不是照片，没有收/,
  ],
  ['a zip', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2_000)]), /不是照片，没有收/],
  ['half a photo', truncated, /打不开，没有收/],
  ['40 MB', () => Buffer.concat([jpegHead, Buffer.alloc(40 * 1024 * 1024)]), /太大，没有收/],
  ['a PNG that unfolds to 1.6 billion pixels', bomb, /太大，没有收/],
];
