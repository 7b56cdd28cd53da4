import { localTime } from '../../domain/calendar/local-time';
import { decision, type MatterRef } from '../../domain/decision';
import { foldPointsYear, pointsYearsId, type PointsYearEvent } from '../../domain/points/points-year';
import { commitDecision, type CommitPorts } from '../deciding/commit-decision';
import { matterRules } from '../deciding/matter-rules';
import type { Communities, Matters } from '../ports';

type Ports = CommitPorts & {
  readonly communities: Communities;
  readonly matters: Pick<Matters, 'load' | 'reschedule'>;
};

/** At each start: where points lapse by year, the year's end is watched as the pack says now. Safe to be run again. */
export const beginPointsYears = async (ports: Ports): Promise<void> => {
  const community = await ports.communities.current();
  const stored = await ports.matters.load(pointsYearsId);
  const matter: MatterRef = { kind: 'points-year', id: pointsYearsId, number: null };
  if (stored) {
    const due = matterRules['points-year'].nextDue(stored.state, community);
    await ports.matters.reschedule(pointsYearsId, stored.version, due);
    if (due) await ports.wakeUps.wake(matter, stored.version, due);
    return;
  }
  if (community.policy.pointsYears === null) return;
  const now = ports.clock.now().toISOString();
  const { year } = localTime(now, community.calendar.timeZone);
  const events: readonly PointsYearEvent[] = [{ kind: 'begun', at: now, id: pointsYearsId, year }];
  await commitDecision(
    {
      ...{ cause: `begin:${pointsYearsId}`, matter, expectedVersion: 0, decision: decision({ events }) },
      ...{ state: foldPointsYear(null, events), words: [], photos: [] },
    },
    community,
    ports,
  );
};
