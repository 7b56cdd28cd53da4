/** "1234.50": yuan of whole fen, signed when asked. */
export const yuan = (fen: number, signed = false): string => {
  const [whole, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${fen < 0 ? '-' : signed ? '+' : ''}${whole}.${String(rest).padStart(2, '0')}`;
};
