/** Words of pairing; names as they were recognised, in simplified characters. */
export type FoundPairing =
  /** `愿意结对 66岁`; `age` null: it was not said. */
  | { readonly verb: 'offer'; readonly age: number | null }
  | { readonly verb: 'rest' }
  /** `结对 王奶奶`, `结对 王奶奶 和 刘建国`. `who` null: nobody was named. */
  | { readonly verb: 'ask'; readonly who: string | null; readonly helper: string | null }
  | { readonly verb: 'end'; readonly number: number | null };

const ending = /[。.!~\s]+$/u;

/** Heard in private. `结对帮扶卡` and the like are plain talk. */
export const findPairing = (folded: string): FoundPairing | null => {
  const text = folded.replace(ending, '');
  const offer = /^我?愿意结对(?:陪伴)?[\s,:]*(?:(?:我?今年)?\s*(\d{1,3})\s*岁?)?$/u.exec(text);
  if (offer) return { verb: 'offer', age: offer[1] === undefined ? null : Number(offer[1]) };
  if (/^(?:我?不(?:想)?结对了|退出结对)$/u.test(text)) return { verb: 'rest' };
  const end = /^(?:结束|解除)结对\s*(?:#?\s?(\d{1,9}))?$/u.exec(text);
  if (end) return { verb: 'end', number: end[1] === undefined ? null : Number(end[1]) };
  if (text === '结对') return { verb: 'ask', who: null, helper: null };
  const ask = /^结对\s+(\S{1,12}?)(?:\s*(?:和|跟|与)\s*(\S{1,12})|\s+(\S{1,12}))?$/u.exec(text);
  return ask?.[1] ? { verb: 'ask', who: ask[1], helper: ask[2] ?? ask[3] ?? null } : null;
};
