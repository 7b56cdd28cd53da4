import type { Guard } from '../../domain/decision';
import { isAwardGuard } from '../../domain/points/award';
import { budgetAccount } from '../../domain/points/budget';
import type { Community } from '../../domain/community/community';
import type { EnginePorts } from '../ports-of-engine';

/**
 * The guards that a decision reads. Where it may award points and the community keeps a budget, also the budget's, with what is
 * left as its count: summed after the guard was read, so that what was given in between is found out by the commit.
 */
export const readGuards = async (
  ports: Pick<EnginePorts, 'matters' | 'ledger' | 'clock'>,
  ids: readonly string[],
  community: Community,
): Promise<readonly Guard[]> => {
  if (ids.length === 0) return [];
  if (community.policy.pointsBudget === 'none' || !ids.some(isAwardGuard)) return ports.matters.guards(ids);
  const account = budgetAccount(ports.clock.now().toISOString(), community);
  const guards = await ports.matters.guards([...ids, account]);
  const found = guards.find(({ id }) => id === account);
  const left = await ports.ledger.balance(account);
  return [
    ...guards.filter(({ id }) => id !== account),
    { id: account, version: found?.version ?? 0, value: { ...found?.value, count: left } },
  ];
};
