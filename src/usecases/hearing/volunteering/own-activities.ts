import type { Person } from '../../../domain/community/community';
import type { OwnActivity } from '../../../domain/wording/activity-params';
import { Activity, claimOf } from '../../../domain/volunteering/activity';
import { named } from '../../../domain/volunteering/activity-refusal';
import type { EnginePorts } from '../../ports-of-engine';

/** As many as a message can list. */
const most = 8;

const partOf = (activity: Activity, { id }: Person): OwnActivity['part'] | null => {
  const phase = claimOf(activity, id)?.phase ?? null;
  if (phase !== null) return phase === 'walk-in' ? 'in' : phase;
  return activity.leader === id ? 'leads' : null;
};

/** Calls that somebody signed up for, waits for or leads, the next first. */
export const activitiesOf = async (ports: EnginePorts, person: Person): Promise<readonly OwnActivity[]> => {
  const found = await ports.matters.find({ kind: 'activity', person: person.id, open: true, limit: 50 });
  return found
    .map(({ state }) => Activity.parse(state))
    .flatMap((activity) => {
      const part = partOf(activity, person);
      return part === null ? [] : [{ ...named(activity), from: activity.plan.from, part }];
    })
    .sort((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
    .slice(0, most);
};
