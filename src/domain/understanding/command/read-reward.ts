/** Words about what points buy. `from`: where what was named begins in what was typed; there, not here, as it was typed. */
export type FoundReward =
  /** `兑`, `兑 米`, `代 王奶奶 兑 米`. `glued`: without a blank, so that it may be no such word after all. */
  | { readonly verb: 'redeem'; readonly who: string | null; readonly from: number; readonly glued: boolean }
  /** `核销 1234 5678`: the shop takes a code. */
  | { readonly verb: 'collect'; readonly from: number }
  /** `进货 米 100`. */
  | { readonly verb: 'restock'; readonly from: number }
  /** `结算`, `结算 上月`. */
  | { readonly verb: 'settle'; readonly lastMonth: boolean }
  /** `店铺`: the page of one's shop. */
  | { readonly verb: 'shop-page' };

const asks = /[吗么呢?]$/u;

/** Heard in private. */
export const findReward = (folded: string): FoundReward | null => {
  const text = folded.replace(/[。.!~\s]+$/u, '');
  const proxy = /^代\s*(\S{1,12}?)\s*(?:兑换|兑)\s+(?=\S)/u.exec(text);
  if (proxy?.[1]) return { verb: 'redeem', who: proxy[1], from: proxy[0].length, glued: false };
  const redeem = /^(?:兑换|兑|redeem)(?:$|[\s:]+)/u.exec(text);
  if (redeem) return { verb: 'redeem', who: null, from: redeem[0].length, glued: false };
  if (/^兑(?!换)\S{1,12}$/u.test(text) && !asks.test(text)) return { verb: 'redeem', who: null, from: 1, glued: true };
  const collect = /^(?:核销|collect(?=\s))\s*(?=[\d\s-]|$)/u.exec(text);
  if (collect) return { verb: 'collect', from: collect[0].length };
  const restock = /^进货(?=$|[\s:])[\s:]*/u.exec(text);
  if (restock) return { verb: 'restock', from: restock[0].length };
  if (/^(?:店铺|店铺网页|我的店|my shop)$/u.test(text)) return { verb: 'shop-page' };
  const settle = /^结算\s*(上个?月)?$/u.exec(text);
  return settle ? { verb: 'settle', lastMonth: settle[1] !== undefined } : null;
};
