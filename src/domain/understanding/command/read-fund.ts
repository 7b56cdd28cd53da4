/** Words of the public elder-care account; `from`: where what stands behind them begins in what was typed. */
export type FoundFund =
  /** `大账单`, `大账单 10月`, `大账单 2026-10`, `大账单 上月`. */
  | { readonly verb: 'look'; readonly month: FundMonthSaid }
  /** `大账单 收入 5000 …`, `大账单 支出 320.5 给 五金店 …`; `amount` as it was said, whatever it was. */
  | {
      readonly verb: 'note';
      readonly way: 'income' | 'expense';
      readonly amount: string;
      readonly payee: { readonly from: number; readonly to: number } | null;
      readonly from: number;
    }
  /** `大账单 冲正 #123 因为 …`. */
  | { readonly verb: 'reverse'; readonly number: number; readonly from: number }
  /** It begins like one, and is none. */
  | { readonly verb: 'unclear' };

/** Null: this month. */
export type FundMonthSaid = { readonly year: number | null; readonly month: number } | 'last' | null;

const name = /^(?:养老)?大账单(?:[\s:,]+|$)|^elder account(?:[\s:,]+|$)/u;
const month = /^(?:(\d{4})\s*[-年/.]\s*)?(\d{1,2})\s*月?(?:份)?$/u;
const noted = /^(收入|支出|income|expense)[\s:,]*(-?[\d.,]+万?)\s*(?:元|块钱?|yuan)?(?:[\s:,]+|$)/u;
const to = /^(?:付?给|to)\s*(\S{1,20})(?:[\s,]+|$)/u;
const reverse = /^(?:冲正|冲销|reverse)\s*#?\s*(\d{1,9})(?:[\s,:]*(?:因为|because)[\s,:]*|[\s,:]+|$)/u;

const lookOf = (rest: string): FoundFund | null => {
  if (rest === '' || /^(?:本月|这个?月)$/u.test(rest)) return { verb: 'look', month: null };
  if (/^上个?月$/u.test(rest)) return { verb: 'look', month: 'last' };
  const found = month.exec(rest);
  const said = Number(found?.[2]);
  if (!found || said < 1 || said > 12) return null;
  return { verb: 'look', month: { year: found[1] === undefined ? null : Number(found[1]), month: said } };
};

const noteOf = (rest: string, from: number): FoundFund | null => {
  const found = noted.exec(rest);
  if (!found?.[1] || found[2] === undefined) return null;
  const way = /收入|income/u.test(found[1]) ? 'income' : 'expense';
  const behind = rest.slice(found[0].length);
  const payee = to.exec(behind);
  const begin = from + found[0].length;
  if (!payee?.[1]) return { verb: 'note', way, amount: found[2], payee: null, from: begin };
  const start = begin + payee[0].indexOf(payee[1]);
  return {
    ...{ verb: 'note', way, amount: found[2], payee: { from: start, to: start + payee[1].length } },
    from: begin + payee[0].length,
  };
};

/** Heard in private. */
export const findFund = (folded: string): FoundFund | null => {
  const text = folded.replace(/[。.!~\s]+$/u, '');
  const begin = name.exec(text)?.[0];
  if (begin === undefined) return null;
  const rest = text.slice(begin.length);
  const reversal = reverse.exec(rest);
  if (reversal) return { verb: 'reverse', number: Number(reversal[1]), from: begin.length + reversal[0].length };
  return lookOf(rest) ?? noteOf(rest, begin.length) ?? { verb: 'unclear' };
};
