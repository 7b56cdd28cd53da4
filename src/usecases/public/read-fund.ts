import type { Community } from '../../domain/community/community';
import { FundEntry } from '../../domain/fund/fund-entry';
import { fundMonth, type FundMonth } from '../../domain/fund/fund-month';
import type { Matters } from '../ports';

/** More lines than a neighbourhood writes in many years. */
const most = 20_000;

/** A month of the public account, folded from all lines. */
export const readFund = async (
  { matters }: { readonly matters: Pick<Matters, 'find'> },
  month: string,
  community: Community,
): Promise<FundMonth> => {
  const found = await matters.find<unknown>({ kind: 'fund', open: true, limit: most });
  return fundMonth(
    found.map(({ state }) => FundEntry.parse(state)),
    month,
    community,
  );
};
