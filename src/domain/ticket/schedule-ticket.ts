import { addDays, addHours, addMinutes } from 'date-fns';
import type { Community } from '../community/community';
import type { Level } from '../community/policy';
import type { Moment } from '../ids';
import { stageClock, stageDue, type Stage } from './stage-clock';
import type { Ticket } from './ticket';

/** Something that time will do to a ticket. `name` is unique within a cycle. */
export type Step =
  | { readonly kind: 'dispatch'; readonly name: 'dispatch'; readonly at: Moment }
  | { readonly kind: 'warn'; readonly name: string; readonly at: Moment; readonly stage: 'claim' | 'resolve' }
  | {
      readonly kind: 'breach';
      readonly name: string;
      readonly at: Moment;
      readonly stage: Stage;
      readonly rung: number;
      readonly level: Level;
    }
  | { readonly kind: 'alarm'; readonly name: string; readonly at: Moment; readonly round: number }
  | { readonly kind: 'alarm-street'; readonly name: 'alarm.street'; readonly at: Moment }
  | { readonly kind: 'resume'; readonly name: string; readonly at: Moment }
  | { readonly kind: 'call-back'; readonly name: string; readonly at: Moment; readonly ask: number }
  | { readonly kind: 'phone-task'; readonly name: 'phone-task'; readonly at: Moment }
  | { readonly kind: 'phone-late'; readonly name: 'phone-late'; readonly at: Moment };

const noticeAt = (ticket: Ticket, name: string): Moment | null =>
  ticket.notices.find((notice) => notice.step === name)?.at ?? null;

/** The ladder above a stage: each rung is due its minutes after the notice of the rung below. */
const ladder = (ticket: Ticket, community: Community, stage: Stage, due: Moment): Step[] => {
  const clock = stageClock(community, ticket.class);
  const levels =
    stage === 'dispatch' ? community.policy.ladder.filter((level) => level !== 'grid-leader') : community.policy.ladder;
  let at = due;
  return levels.map((level, index) => {
    const name = `${stage}.breach.${level}`;
    const step: Step = { kind: 'breach', name, at, stage, rung: index + 1, level };
    at = clock.add(noticeAt(ticket, name) ?? at, community.policy.ladderMinutes);
    return step;
  });
};

const stageSteps = (ticket: Ticket, community: Community, stage: 'claim' | 'resolve'): Step[] => {
  const due = stageDue(ticket, community, stage);
  if (!due || !ticket.dispatchedAt) return [];
  const clock = stageClock(community, ticket.class);
  const minutes = community.policy.classes[ticket.class][`${stage}Minutes`];
  const warnAt = clock.add(ticket.dispatchedAt, Math.floor(minutes * community.policy.warnShare));
  const pausedBy = clock.between(clock.add(ticket.dispatchedAt, minutes), due);
  return [
    { kind: 'warn', name: `${stage}.warn`, at: pausedBy > 0 ? clock.add(warnAt, pausedBy) : warnAt, stage },
    ...ladder(ticket, community, stage, due),
  ];
};

/** Minutes from a round of the alarm to the next; the last pause repeats. */
export const alarmPauseMinutes = (round: number, { policy: { alarmMinutes } }: Community): number =>
  alarmMinutes[Math.min(Math.max(round, 1), alarmMinutes.length) - 1] ?? alarmMinutes[0];

const alarmSteps = (ticket: Ticket, community: Community): Step[] => {
  const { alarmStreetMinutes } = community.policy;
  const rounds = ticket.alarm?.rounds ?? 0;
  const nextAt = ticket.alarm
    ? addMinutes(ticket.alarm.lastAt, alarmPauseMinutes(rounds, community)).toISOString()
    : ticket.reportedAt;
  return [
    { kind: 'alarm', name: `alarm.${rounds + 1}`, at: nextAt, round: rounds + 1 },
    { kind: 'alarm-street', name: 'alarm.street', at: addMinutes(ticket.reportedAt, alarmStreetMinutes).toISOString() },
  ];
};

const callBackSteps = (ticket: Ticket, community: Community): Step[] => {
  const { callBack } = ticket;
  if (!callBack) return [];
  if (callBack.phoneTask) {
    const given = noticeAt(ticket, 'phone-task');
    return given
      ? [
          {
            kind: 'phone-late',
            name: 'phone-late',
            at: stageClock(community, '24h').add(given, community.policy.classes['24h'].resolveMinutes),
          },
        ]
      : [];
  }
  if (!callBack.nextAt) return [];
  return callBack.asks <= community.policy.callBackAgainDays.length
    ? [{ kind: 'call-back', name: `call-back.${callBack.asks + 1}`, at: callBack.nextAt, ask: callBack.asks + 1 }]
    : [{ kind: 'phone-task', name: 'phone-task', at: callBack.nextAt }];
};

/** Everything that time will still do to this ticket as it stands, the earliest first. */
export const scheduleTicket = (ticket: Ticket, community: Community): readonly Step[] =>
  stepsOfPhase(ticket, community)
    .filter((step) => noticeAt(ticket, step.name) === null)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

const stepsOfPhase = (ticket: Ticket, community: Community): Step[] => {
  switch (ticket.phase) {
    case 'reported': {
      const due = stageDue(ticket, community, 'dispatch');
      if (!due) return [];
      return ticket.category
        ? [{ kind: 'dispatch', name: 'dispatch', at: due }]
        : ladder(ticket, community, 'dispatch', due);
    }
    case 'dispatched':
      return ticket.class === 'critical' ? alarmSteps(ticket, community) : stageSteps(ticket, community, 'claim');
    case 'claimed':
      return stageSteps(ticket, community, 'resolve');
    case 'waiting':
      return ticket.waiting
        ? [{ kind: 'resume', name: `resume.${ticket.waiting.since}`, at: ticket.waiting.until }]
        : [];
    case 'resolved':
      return callBackSteps(ticket, community);
    case 'called-back':
    case 'archived':
    case 'withdrawn':
    case 'refused':
    case 'not-ours':
      return [];
  }
};

/** When time next does something to this ticket; null: never. */
export const nextDue = (ticket: Ticket, community: Community): Moment | null =>
  scheduleTicket(ticket, community)[0]?.at ?? null;

/** When the question after ask number `ask` is due; after the last one, the phone task. */
export const nextAskAt = (firstAskedAt: Moment, ask: number, community: Community): Moment => {
  const { callBackAgainDays, phoneTaskAfterHours } = community.policy;
  const days = callBackAgainDays[ask - 1];
  const lastDays = callBackAgainDays.at(-1) ?? 0;
  return days === undefined
    ? addHours(addDays(firstAskedAt, lastDays), phoneTaskAfterHours).toISOString()
    : addDays(firstAskedAt, days).toISOString();
};
