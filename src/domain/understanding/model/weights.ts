import { z } from 'zod';
import { CategoryId } from '../../community/category';

/** One label alone is read as a yes against a no. */
const Head = z.strictObject({
  labels: z.array(z.string()).min(1),
  /** Scores are divided by it before shares are made, so that of what is said with 0.9 nine in ten are right. */
  temperature: z.number().positive(),
  bias: z.array(z.number()),
  /** One unit of the committed whole numbers, a label. */
  scale: z.array(z.number().positive()),
});
export type Head = z.infer<typeof Head>;

const Header = z.strictObject({
  version: z.literal(2),
  learnt: z.string(),
  features: z.number().int().positive(),
  /** The first so many features speak for matters too, the others for intent and danger alone. */
  matterFeatures: z.number().int().positive(),
  strengthScale: z.number().positive(),
  unknownSquare: z.number().nonnegative(),
  category: Head.extend({ labels: z.array(CategoryId).min(1) }),
  intent: Head,
  critical: Head,
});
export type WeightsHeader = z.infer<typeof Header>;

/** Learnt weights as they are used: one row of small whole numbers a known feature. */
export interface Weights {
  readonly header: WeightsHeader;
  readonly width: number;
  /** Open addressing: row + 1 by hash, 0 where empty. */
  readonly slots: Int32Array;
  readonly hashes: Uint32Array;
  /** How telling a feature is, whatever it tells. */
  readonly strength: Float32Array;
  readonly rows: Int8Array;
  /** What a feature that is not known adds to the length of a text: much that is new makes every share smaller. */
  readonly unknownSquare: number;
}

const slotsFor = (hashes: Uint32Array): Int32Array => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length) * 2.5));
  const slots = new Int32Array(size);
  hashes.forEach((hash, row) => {
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = row + 1;
  });
  return slots;
};

export const rowOf = ({ slots, hashes }: Weights, hash: number): number => {
  const last = slots.length - 1;
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const found = slots[slot] ?? 0;
    if (found === 0 || hashes[found - 1] === hash) return found - 1;
  }
};

/** Hashes rise twice, once in each part; what is kept is how far each is from the one before, seven bits a byte. */
const readHashes = (bytes: Uint8Array, start: number, count: number, matters: number) => {
  const hashes = new Uint32Array(count);
  let at = start;
  let before = 0;
  for (let row = 0; row < count; row += 1) {
    if (row === matters) before = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      before += (byte & 127) << shift;
      if (byte < 128) break;
    }
    hashes[row] = before;
  }
  return { hashes, end: at };
};

const hashBytes = (hashes: Uint32Array, matters: number): number[] => {
  const bytes: number[] = [];
  hashes.forEach((hash, row) => {
    let rest = hash - (row === 0 || row === matters ? 0 : (hashes[row - 1] ?? 0));
    for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  });
  return bytes;
};

const columnsOf = ({ category, intent, critical }: WeightsHeader) => ({
  matters: category.labels.length,
  all: category.labels.length + intent.labels.length + critical.labels.length,
});

/** The committed form: header length, header (JSON), hashes, strengths (a byte each), weights label by label. */
export const readWeights = (bytes: Uint8Array): Weights => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = 4 + view.getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, headerEnd))));
  const { features, matterFeatures, strengthScale, unknownSquare } = header;
  const { matters, all: width } = columnsOf(header);
  const { hashes, end } = readHashes(bytes, headerEnd, features, matterFeatures);
  const strength = Float32Array.from(bytes.subarray(end, end + features), (byte) => byte * strengthScale);
  const rows = new Int8Array(features * width);
  let at = end + features;
  for (let column = 0; column < width; column += 1) {
    const last = column < matters ? matterFeatures : features;
    for (let row = 0; row < last; row += 1) rows[row * width + column] = view.getInt8(at + row);
    at += last;
  }
  return { header, width, slots: slotsFor(hashes), hashes, strength, rows, unknownSquare };
};

/** The inverse of `readWeights`, for the trainer. */
export const writeWeights = ({
  header,
  width,
  hashes,
  strength,
  rows,
}: Omit<Weights, 'slots' | 'unknownSquare'>): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const { features, matterFeatures, strengthScale } = header;
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  const { matters } = columnsOf(header);
  const columns = Array.from({ length: width }, (_, column) =>
    Uint8Array.from(
      { length: column < matters ? matterFeatures : features },
      (_row, row) => rows[row * width + column] ?? 0,
    ),
  );
  const parts = [
    length,
    json,
    Uint8Array.from(hashBytes(hashes, matterFeatures)),
    Uint8Array.from(strength.subarray(0, features), (value) =>
      Math.max(1, Math.min(255, Math.round(value / strengthScale))),
    ),
    ...columns,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
