const ends = /[。！？!?；;\n]/g;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

const cutAt = (text: string, max: number): number => {
  const window = text.slice(0, max);
  const last = [...window.matchAll(ends)].at(-1);
  // A part of less than half would tear the text for one early full stop.
  if (last && last.index + 1 > max / 2) return last.index + 1;
  return isHighSurrogate(window.charCodeAt(max - 1)) ? max - 1 : max;
};

/** Cuts behind a sentence or line where it can. */
export const splitText = (text: string, max: number): readonly string[] => {
  const parts: string[] = [];
  let left = text.trim();
  while (left.length > max) {
    const at = cutAt(left, max);
    parts.push(left.slice(0, at).trimEnd());
    left = left.slice(at).trimStart();
  }
  return left === '' ? parts : [...parts, left];
};

/** At most `count` parts; what doesn't fit is left out, visibly. */
export const fitText = (text: string, max: number, count: number): readonly string[] => {
  const parts = splitText(text, max);
  if (parts.length <= count) return parts;
  const last = splitText(parts[count - 1] ?? '', max - 1)[0] ?? '';
  return [...parts.slice(0, count - 1), `${last}…`];
};
