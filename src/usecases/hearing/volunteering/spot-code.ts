/** Four digits that somebody can read from a sheet of paper, made of a fresh random id. */
export const spotCode = (freshId: string): string => {
  const hex = freshId.replace(/[^0-9a-f]/giu, '').slice(0, 12);
  return String((Number.parseInt(hex === '' ? '0' : hex, 16) % 9_000) + 1_000);
};
