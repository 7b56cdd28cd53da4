/** `表扬 王阿姨 帮我拎菜上楼`; null: it says not who, or not what. */
export interface FoundDeed {
  readonly who: string | null;
  /** Where what was done begins. */
  readonly from: number;
}

/** Heard in private. */
export const findDeed = (folded: string): FoundDeed | null => {
  const found = /^(?:表扬|praise)\s*[:,]?\s+([^\s:,]{1,12})[\s:,]+(?=\S)/u.exec(folded);
  if (found) return { who: found[1] ?? null, from: found[0].length };
  return /^(?:表扬|praise)(?:\s+\S{1,12})?$/u.test(folded) ? { who: null, from: folded.length } : null;
};
