const chinese = '一二三四五六七八九';

/** A bare number, as a choice: 1, １, ①, 一, 1️⃣. */
export const choiceIndex = (folded: string): number | null => {
  const bare = folded
    .replace(/^[回选按]\s*/u, '')
    .replace(/[\ufe0f\u20e3]/gu, '')
    .replace(/[.。、]$/u, '');
  if (/^[1-9]$/u.test(bare)) return Number(bare);
  const index = bare.length === 1 ? chinese.indexOf(bare) : -1;
  return index < 0 ? null : index + 1;
};
