/** Words of the household round; `from`: where what stands behind the word begins. */
export type FoundRound =
  /**
   * `打分 3号院 个人9 …`, `异议 原因`, `改分 山前村3号 个人9 因为 …`, `维持 山前村3号 因为 …`, `户主 3号 张三`,
   * `纸卡`, `纸卡 山前村`; without anything behind them what there is to do is listed.
   */
  | { readonly verb: 'mark' | 'object' | 'change' | 'uphold' | 'link' | 'paper'; readonly from: number }
  /** `户积分`; `开评`: staff begin this month's round now. */
  | { readonly verb: 'account' | 'open' }
  /** `清洁户`, `清洁户 上月`; `publish`: `发清洁户`, in the groups. */
  | { readonly verb: 'honours' | 'publish'; readonly lastMonth: boolean }
  /** `户榜名 阳光小院`; null: `户榜名 不上`. */
  | { readonly verb: 'name'; readonly name: string | null };

const withRest = {
  mark: /^(?:打分|评分)(?:[\s:]+|(?=第?[\d一二三四五六七八九十]+-?\d*\s*(?:号|户))|$)/u,
  object: /^(?:异议|有异议|不同意评分)(?:[\s:,]+|$)/u,
  change: /^改分[\s:]+/u,
  uphold: /^维持[\s:]+/u,
  link: /^户主[\s:]+(?=\S+\s+\S)/u,
  paper: /^纸卡(?:名单)?(?:\s+|$)/u,
} as const;

const plaques = /^(发)?清洁户(?:名单|榜)?\s*(上个?月)?$/u;

/** Heard in private. */
export const findRound = (folded: string): FoundRound | null => {
  const text = folded.replace(/[。.!~\s]+$/u, '');
  for (const [verb, pattern] of Object.entries(withRest) as [keyof typeof withRest, RegExp][]) {
    const found = pattern.exec(text);
    if (found) return { verb, from: found[0].length };
  }
  if (/^(?:户积分|户账单|我家积分|household points)$/u.test(text)) return { verb: 'account' };
  if (/^(?:开评|开始评分|开始入户评分)$/u.test(text)) return { verb: 'open' };
  const list = plaques.exec(text);
  if (list) return { verb: list[1] ? 'publish' : 'honours', lastMonth: list[2] !== undefined };
  const name = /^户榜名\s+(\S{1,12})$/u.exec(text)?.[1];
  if (name === undefined) return null;
  return { verb: 'name', name: /^(?:不上|不要|匿名)$/u.test(name) ? null : name };
};
