import type { Head } from '../../src/domain/wording/params';
import type { FundParams } from '../../src/domain/wording/fund-params';

/** Every message of the public account, in each of its forms. */
export const fundSamples = (
  { number }: Head,
  at: string,
): { readonly [K in keyof FundParams]: readonly FundParams[K][] } => {
  const plain = { number, by: 'zhao', words: ['w1'], payee: [], corrects: null, same: null };
  const income = { ...plain, way: 'income', fen: 500_000 } as const;
  const expense = { ...plain, way: 'expense', fen: 32_050, payee: ['w2'] } as const;
  const reversal = { ...plain, way: 'reversal', fen: 32_050, corrects: 120 } as const;
  const all = [income, expense, reversal];
  const month = { month: '2026-11', income: 500_000, expense: 32_050, closing: 467_950 };
  return {
    'fund.ask': [...all, { ...expense, same: 118 }, { ...expense, left: 2 }],
    'fund.noted': [...all, { ...expense, taken: 1 }, { ...expense, taken: 3 }],
    'fund.less': [{ ...expense, left: 2 }],
    'fund.decided': (['booked', 'declined', 'withdrawn', 'lapsed'] as const).map((phase) => ({ ...expense, phase })),
    'fund.not-noted': [
      ...(['not-staff', 'not-read', 'amount', 'too-much', 'no-purpose', 'no-receipt'] as const).map((kind) => ({
        why: { kind },
      })),
      ...(['own', 'nobody', 'no-reason', 'no-line'] as const).map((kind) => ({ why: { kind } })),
      { why: { kind: 'not-standing', number: 118 } },
    ],
    'fund.refused': [
      ...(['not-yours', 'same-person', 'payee', 'receipt-not-here'] as const).map((kind) => ({
        number,
        why: { kind },
      })),
      ...(['which-photo', 'last-photo'] as const).map((kind) => ({ number, why: { kind, photos: 3 } })),
      ...(['booked', 'reversed', 'declined'] as const).map((phase) => ({
        number,
        why: { kind: 'over', phase } as const,
      })),
    ],
    'fund.state': [
      { ...income, phase: 'waiting', reversedBy: null },
      { ...expense, phase: 'reversed', reversedBy: 125 },
    ],
    'fund.month': [
      { ...month, lines: [], more: 0, page: [] },
      {
        ...{ ...month, more: 4, page: ['place'] },
        lines: [
          { number: 118, at, signed: 500_000, words: ['w1'], corrects: null },
          { number: 125, at, signed: -32_050, words: ['w2'], corrects: 120 },
        ],
      },
    ],
  };
};
