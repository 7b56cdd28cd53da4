/** More than any public account of a neighbourhood ever moved in one line: 100,000,000 yuan. */
export const mostFen = 10_000_000_000;

/** "1,200.5", "5万": in whole fen. Null: no amount, negative, nothing, or parts of a fen. */
export const readFen = (text: string): number | null => {
  const found = /^(\d{1,15})(?:\.(\d{1,4}))?(万)?$/u.exec(text.replace(/[,，]/gu, ''));
  if (!found?.[1]) return null;
  const digits = found[3] === undefined ? 2 : 6;
  const parts = (found[2] ?? '').replace(/0+$/u, '');
  if (parts.length > digits) return null;
  const fen = Number(found[1]) * 10 ** digits + Number(parts.padEnd(digits, '0') || 0);
  return Number.isSafeInteger(fen) && fen > 0 ? fen : null;
};
