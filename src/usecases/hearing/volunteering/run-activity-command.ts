import type { Person } from '../../../domain/community/community';
import { hourGuardIdsOf } from '../../../domain/points/badge';
import { hourGuardIds } from '../../../domain/volunteering/book-hours';
import { decideActivity } from '../../../domain/volunteering/decide-activity';
import { Activity, calledPlan, claimOf } from '../../../domain/volunteering/activity';
import type { ActivityCommand, ActivityContext, Busy } from '../../../domain/volunteering/activity-command';
import { sayActivityRefusal, type ActivityRefusal } from '../../../domain/volunteering/activity-refusal';
import { foldActivity } from '../../../domain/volunteering/fold-activity';
import { busyGuardId } from '../../../domain/volunteering/sign-up';
import { readGuards } from '../../deciding/read-guards';
import { meetsGuardIds } from '../../../domain/volunteering/requirement';
import type { Inbound, InboundAnswer, NotDone } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { guardIn, runOnMatter, tried, type Seen } from '../run-on-matter';
import { noDocuments, type Documents } from '../run-ticket-command';

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

const contextFor = async (
  ports: EnginePorts,
  activity: Activity,
  by: Person,
  { now, community }: Seen,
): Promise<ActivityContext> => {
  const day = busyGuardId(by.id, activity.plan.from ?? now, community);
  const own = activity.plan.from === null ? [] : hourGuardIdsOf(by.id, activity.plan.from, { now, community });
  // Guards first: what changes after they were read is found out when they are written.
  const found = await readGuards(
    ports,
    [...new Set([day, ...own, ...hourGuardIds(activity, { now, community }), ...meetsGuardIds(by.id)])],
    community,
  );
  const guard = guardIn(found);
  return { now, community, guard, dayGuard: guard(day), busy: await busyOf(ports, by, activity.id) };
};

const notTheirs: readonly ActivityRefusal['kind'][] = ['not-yours', 'others-line'];
const unfit: readonly ActivityRefusal['kind'][] = ['bad-count', 'wrong-code', 'not-named', 'bad-plan', 'too-far'];

const cameOf = ({ kind }: ActivityRefusal): NotDone =>
  notTheirs.includes(kind) ? 'not-theirs' : unfit.includes(kind) ? 'unfit' : 'late';

/** Does something with a call for volunteers; a refusal is answered in private with what to do next. */
export const runActivityCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: ActivityCommand,
  documents: Documents = noDocuments,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'activity', id, command, documents }, async (state, seen) => {
    const activity = Activity.parse(state);
    const context = await contextFor(ports, activity, command.by, seen);
    return tried(decideActivity(activity, command, context), {
      number: activity.number,
      fold: (events) => foldActivity(activity, events),
      refused: (refusal) => sayActivityRefusal(activity, refusal),
      cameOf,
    });
  });
