import type { Person } from '../../../domain/community/community';
import type { Guard } from '../../../domain/decision';
import { hourGuardIdsOf } from '../../../domain/points/badge';
import { hourGuardIds } from '../../../domain/volunteering/book-hours';
import { decideActivity } from '../../../domain/volunteering/decide-activity';
import { Activity, calledPlan, claimOf } from '../../../domain/volunteering/activity';
import type { ActivityCommand, ActivityContext, Busy } from '../../../domain/volunteering/activity-command';
import { sayActivityRefusal } from '../../../domain/volunteering/activity-refusal';
import { foldActivity } from '../../../domain/volunteering/fold-activity';
import { busyGuardId } from '../../../domain/volunteering/sign-up';
import { readGuards } from '../../deciding/read-guards';
import { commitDecision } from '../../deciding/commit-decision';
import { meetsGuardIds } from '../../../domain/volunteering/requirement';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';
import { noDocuments, type Documents } from '../run-ticket-command';

/** Conflicts in a row after which something is wrong with the database, not with the timing. */
const attempts = 12;

/** Nobody has given their word to more at a time. */
const mostActivities = 50;

/** Where else this person has said that they come. */
const busyOf = async (ports: EnginePorts, person: Person, except: string): Promise<readonly Busy[]> => {
  const found = await ports.matters.find({ kind: 'activity', person: person.id, open: true, limit: mostActivities });
  return found
    .map(({ state }) => Activity.parse(state))
    .filter((other) => other.id !== except && other.phase === 'open')
    .flatMap((other) => {
      const phase = claimOf(other, person.id)?.phase;
      const plan = calledPlan(other);
      return plan && (phase === 'in' || phase === 'offered')
        ? [{ number: other.number, title: plan.title, from: plan.from, to: plan.to }]
        : [];
    });
};

const contextFor = async (ports: EnginePorts, activity: Activity, by: Person): Promise<ActivityContext> => {
  const community = await ports.communities.current();
  const now = ports.clock.now().toISOString();
  const day = busyGuardId(by.id, activity.plan.from ?? now, community);
  const own = activity.plan.from === null ? [] : hourGuardIdsOf(by.id, activity.plan.from, { now, community });
  // Guards first: what changes after they were read is found out when they are written.
  const found = await readGuards(
    ports,
    [...new Set([day, ...own, ...hourGuardIds(activity, { now, community }), ...meetsGuardIds(by.id)])],
    community,
  );
  const guards = new Map(found.map((each) => [each.id, each]));
  const guard = (id: string): Guard => guards.get(id) ?? { id, version: 0, value: null };
  return { now, community, guard, dayGuard: guard(day), busy: await busyOf(ports, by, activity.id) };
};

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
export const runActivityCommand = async (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: ActivityCommand,
  documents: Documents = noDocuments,
): Promise<InboundAnswer> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'activity') return silence('这个活动已经没有了');
    const activity = Activity.parse(stored.state);
    const context = await contextFor(ports, activity, command.by);
    const decided = decideActivity(activity, command, context);
    if (!decided.ok) {
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      await answerPerson(ports, inbound, sayActivityRefusal(activity, decided.refusal));
      return heard(`#${activity.number}：${command.kind} 没有做，因为 ${decided.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: decided.value },
        ...{ state: foldActivity(activity, decided.value.events), ...documents },
      },
      context.community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${activity.number}：${command.kind}`);
    if (outcome.kind === 'repeated') return heard('这条消息来过了，没有重复做');
  }
  throw new Error(`activity ${id}: ${attempts} conflicts in a row`);
};
