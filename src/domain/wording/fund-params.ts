import type { FundEntry, FundWay } from '../fund/fund-entry';
import type { FundRefusal, NoFund } from '../fund/fund-refusal';
import type { Moment, PersonId, WordsId } from '../ids';

/** A line of the public account, as staff read it. */
export interface FundLine {
  readonly number: number;
  readonly by: PersonId;
  readonly way: FundWay;
  readonly fen: number;
  readonly words: readonly WordsId[];
  readonly payee: readonly WordsId[];
  /** The line that it takes back. */
  readonly corrects: number | null;
  /** Another line with the same receipt. */
  readonly same: number | null;
}

/** The public elder-care account. */
export interface FundParams {
  /** `left`: a photo was taken back, and so many are left. */
  'fund.ask': FundLine & { left?: number };
  /** `taken`: so many photos that came before the words are its receipts now. */
  'fund.noted': FundLine & { taken?: number };
  /** A photo was taken back. */
  'fund.less': FundLine & { left: number };
  'fund.decided': FundLine & { phase: Exclude<FundEntry['phase'], 'waiting' | 'reversed'> };
  'fund.not-noted': { why: NoFund };
  'fund.refused': { number: number; why: FundRefusal };
  'fund.state': FundLine & { phase: FundEntry['phase']; reversedBy: number | null };
  /** To everybody; the lines are the month's newest. `page`: where all of them stand, with their receipts. */
  'fund.month': {
    month: string;
    lines: readonly {
      number: number;
      at: Moment;
      signed: number;
      words: readonly WordsId[];
      corrects: number | null;
    }[];
    more: number;
    income: number;
    expense: number;
    closing: number;
    page: readonly WordsId[];
  };
}
