import { accountOwner } from '../../domain/points/account';
import { lapsePage } from '../../domain/points/lapse-points';
import { foldPointsYear, keptSince, PointsYear } from '../../domain/points/points-year';
import type { Community } from '../../domain/community/community';
import type { Moment } from '../../domain/ids';
import type { TickedMatter } from '../deciding/matter-rules';
import type { EnginePorts } from '../ports-of-engine';
import { reachablePeople } from '../hearing/people/reachable-people';

/** Accounts of one transaction, each with a posting or a message. */
const pageSize = 200;

/** The next page of accounts; where it was killed, it goes on from the last page that was committed. */
export const tickPointsYear = async (
  ports: Pick<EnginePorts, 'ledger' | 'people' | 'chats'>,
  stored: unknown,
  now: Moment,
  community: Community,
): Promise<TickedMatter> => {
  const state = PointsYear.parse(stored);
  const since = keptSince(state.year, community);
  const holdings = since === null ? [] : await ports.ledger.holdings('person', since, state.after, pageSize);
  const people =
    state.step === 'warn' ? await ports.people.byIds(holdings.map(({ account }) => accountOwner(account))) : [];
  const reachable = await reachablePeople(ports, people);
  const decision = lapsePage(state, { holdings, reachable }, { now, community });
  return { decision, state: foldPointsYear(state, decision.events) };
};
