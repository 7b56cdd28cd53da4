import { Activity } from '../../domain/volunteering/activity';
import { scheduleActivity } from '../../domain/volunteering/activity-clock';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** A call for volunteers with the fields of a ticket as far as it has them; `reporters`: those who come. */
export const seenActivity = async (stored: unknown, needs: LookTicketNeeds) => {
  const activity = Activity.parse(stored);
  const [community, events, { memberId }] = await Promise.all([
    needs.communities.current(),
    needs.matters.events(activity.id),
    peopleOfSandbox(needs),
  ]);
  const steps = scheduleActivity(activity, community);
  const inPhase = (...phases: readonly string[]): readonly string[] =>
    activity.claims.filter(({ phase }) => phases.includes(phase)).map(({ person }) => memberId(person));
  return {
    ...{ number: activity.number, kind: 'activity', state: activity.phase, category: null },
    categoryName: { zh: '志愿活动', en: 'call for volunteers' },
    ...{ class: null, place: null, mergedInto: null, reopenings: 0, solved: null, satisfied: null },
    owner: memberId(activity.leader),
    handlers: [],
    reporters: inPhase('in', 'walk-in'),
    waiting: inPhase('waiting', 'offered'),
    dueAt: steps[0]?.at ?? null,
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: steps.map(({ at, what }) => ({ at, what, level: null })),
    postings: [],
  };
};
