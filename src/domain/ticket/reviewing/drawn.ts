const steps = 0x1_0000_0000;

/**
 * A number from 0 up to 1 that the text alone decides (FNV-1a with a last stir): anybody can draw it again and see
 * that nobody chose.
 */
export const drawn = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / steps;
};
