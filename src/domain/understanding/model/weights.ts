import { z } from 'zod';
import { CategoryId } from '../../community/category';

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
  version: z.literal(1),
  learnt: z.string(),
  features: z.number().int().positive(),
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

/** The committed form: header length, header (JSON), hashes, strengths (a byte each), rows label by label. */
export const readWeights = (bytes: Uint8Array): Weights => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))));
  const { features, strengthScale } = header;
  const width = header.category.labels.length + header.intent.labels.length + header.critical.labels.length;
  const hashes = Uint32Array.from({ length: features }, (_, row) => view.getUint32(4 + headerLength + row * 4, true));
  const strengthAt = 4 + headerLength + features * 4;
  const strength = Float32Array.from(bytes.subarray(strengthAt, strengthAt + features), (byte) => byte * strengthScale);
  const rows = new Int8Array(features * width);
  const columnsAt = strengthAt + features;
  for (let column = 0; column < width; column += 1) {
    for (let row = 0; row < features; row += 1) {
      rows[row * width + column] = view.getInt8(columnsAt + column * features + row);
    }
  }
  return { header, width, slots: slotsFor(hashes), hashes, strength, rows, unknownSquare: header.unknownSquare };
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
  const { features, strengthScale } = header;
  const bytes = new Uint8Array(4 + json.length + features * (5 + width));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, json.length, true);
  bytes.set(json, 4);
  const strengthAt = 4 + json.length + features * 4;
  for (let row = 0; row < features; row += 1) {
    view.setUint32(4 + json.length + row * 4, hashes[row] ?? 0, true);
    bytes[strengthAt + row] = Math.max(1, Math.min(255, Math.round((strength[row] ?? 0) / strengthScale)));
    for (let column = 0; column < width; column += 1) {
      view.setInt8(strengthAt + features + column * features + row, rows[row * width + column] ?? 0);
    }
  }
  return bytes;
};
