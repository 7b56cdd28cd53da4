import { hasRole } from '../../../domain/community/may';
import { localTime } from '../../../domain/calendar/local-time';
import { accountOwner } from '../../../domain/points/account';
import { budgetAccount, payQueued } from '../../../domain/points/budget';
import { move } from '../../../domain/points/posting';
import type { Say } from '../../../domain/decision';
import type { FoundBudget } from '../../../domain/understanding/command/read-budget';
import { draftSays } from '../../deciding/commit-decision';
import { commitPostings } from '../../deciding/commit-postings';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { reachablePeople } from '../people/reachable-people';
import type { Setting } from '../verbs/verb-meaning';

/** People of one look at the queue, and of one transaction of its payment. */
const mostQueued = 1_000;
const paidAtOnce = 100;

const queueOf = async ({ ledger }: EnginePorts) =>
  (await ledger.holdings('queued', '', null, mostQueued)).map(({ account, balance }) => ({
    ...{ person: accountOwner(account), points: balance },
  }));

/** What waits is paid as far as the grant goes. Run again it goes on: what was paid waits no more. */
const payWhatWaits = async (ports: EnginePorts, { key }: InboundMessage, { community }: Setting): Promise<void> => {
  const now = ports.clock.now().toISOString();
  const left = await ports.ledger.balance(budgetAccount(now, community));
  const paid = payQueued(await queueOf(ports), left, { now, community, cause: key });
  for (let done = 0; done < paid.length; done += paidAtOnce) {
    const some = paid.slice(done, done + paidAtOnce);
    const people = await reachablePeople(ports, await ports.people.byIds(some.map(({ person }) => person)));
    const says = some
      .filter(({ person }) => people.includes(person))
      .map(({ person, points }): Say => ({
        ...{ to: { person }, key: 'points.queue-paid', urgency: 'ordinary' },
        ...{ wording: 'points.queue-paid', params: { points } },
      }));
    const outbox = await draftSays(says, { ref: null, version: 0, scope: `${key}:queue` }, ports);
    const outcome = await ports.unitOfWork.commit({
      ...{ cause: `${key}:queue:${done}`, changes: [], words: [], photos: [], people: [] },
      ...{ outbox, guards: [], postings: some.map(({ posting }) => posting) },
    });
    if (outcome.kind === 'committed') await ports.wakeUps.drain(outcome.rows);
  }
};

const sayState = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { community }: Setting,
  granted: number | null,
): Promise<void> => {
  const now = ports.clock.now().toISOString();
  const [left, waiting] = await Promise.all([ports.ledger.balance(budgetAccount(now, community)), queueOf(ports)]);
  const month = localTime(now, community.calendar.timeZone).date.slice(0, 7);
  const queued = waiting.reduce((sum, { points }) => sum + points, 0);
  const params = { month, left, granted, waiting: waiting.length, queued };
  await answerPerson(ports, inbound, { wording: 'points.budget', params }, { key: 'points.budget' });
};

/** `预算 5000`: the director grants points for the month, and what waits is paid; `预算`: how it stands. */
export const handleBudget = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { points }: FoundBudget,
  setting: Setting,
): Promise<InboundAnswer | null> => {
  const { person, community } = setting;
  if (community.policy.pointsBudget === 'none' || !hasRole(person, ['staff', 'director'])) return null;
  if (points === null) {
    await sayState(ports, inbound, setting, null);
    return heard('积分预算');
  }
  if (!hasRole(person, 'director')) {
    await answerPerson(ports, inbound, { wording: 'points.budget-director', params: {} });
    return heard('积分预算：由主任来拨');
  }
  const now = ports.clock.now().toISOString();
  const account = budgetAccount(now, community);
  const [guard] = await ports.matters.guards([account]);
  const outcome = await commitPostings(ports, inbound, {
    postings: [
      {
        cause: `${inbound.key}:grant`,
        at: now,
        reason: 'granted',
        entries: move(`granted:${person.id}`, account, points),
      },
    ],
    // The directors are told anew when this is used up, too.
    guards: [{ id: account, version: guard?.version ?? 0, value: { count: points } }],
    says: [],
  });
  if (outcome === 'conflict') throw new Error(`the budget ${account} was changed meanwhile`);
  await payWhatWaits(ports, inbound, setting);
  await sayState(ports, inbound, setting, points);
  return heard(`积分预算：拨 ${points} 分`);
};
