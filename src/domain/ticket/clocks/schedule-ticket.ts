import { addDays, addHours, addMinutes } from 'date-fns';
import type { Community } from '../../community/community';
import type { Level } from '../../community/policy';
import type { Moment } from '../../ids';
import { othersAt } from '../dispatching/level-people';
import { dueAfterPauses, stageClock, stageDue, type Stage } from './stage-clock';
import type { Ticket } from '../ticket';

/** Something that time will do to a ticket. `name` is unique within a cycle. */
export type Step =
  | { readonly kind: 'confirm'; readonly name: 'confirm'; readonly at: Moment }
  | { readonly kind: 'dispatch'; readonly name: 'dispatch'; readonly at: Moment }
  | { readonly kind: 'warn'; readonly name: string; readonly at: Moment; readonly stage: 'claim' | 'resolve' }
  | {
      readonly kind: 'breach';
      readonly name: string;
      readonly at: Moment;
      readonly stage: Stage;
      readonly level: Level;
    }
  | { readonly kind: 'alarm'; readonly name: string; readonly at: Moment; readonly round: number }
  | { readonly kind: 'alarm-street'; readonly name: 'alarm.street'; readonly at: Moment }
  | { readonly kind: 'resume'; readonly name: string; readonly at: Moment }
  | { readonly kind: 'call-back'; readonly name: string; readonly at: Moment; readonly ask: number }
  | { readonly kind: 'phone-task'; readonly name: string; readonly at: Moment }
  | { readonly kind: 'phone-late'; readonly name: string; readonly at: Moment };

const noticeAt = (ticket: Ticket, name: string): Moment | null =>
  ticket.notices.find((notice) => notice.step === name)?.at ?? null;

/**
 * The ladder above a stage: each rung is due its minutes after the notice of the rung below. A level that has nobody,
 * or only those the matter rests with, is passed over. A grid leader cannot approve.
 */
const ladder = (ticket: Ticket, community: Community, stage: Stage, due: Moment): Step[] => {
  const clock = stageClock(community, ticket.class);
  const steps: Step[] = [];
  let at = due;
  for (const level of community.policy.ladder) {
    const name = `${stage}.breach.${level}`;
    const given = noticeAt(ticket, name);
    const cannot = stage === 'dispatch' && level === 'grid-leader';
    if (cannot || (given === null && othersAt(level, ticket, community, at).length === 0)) continue;
    steps.push({ kind: 'breach', name, at, stage, level });
    at = dueAfterPauses(clock, given ?? at, community.policy.ladderMinutes, ticket.pauses);
  }
  return steps;
};

const stageSteps = (ticket: Ticket, community: Community, stage: 'claim' | 'resolve'): Step[] => {
  const due = stageDue(ticket, community, stage);
  if (!due || !ticket.dispatchedAt) return [];
  const clock = stageClock(community, ticket.class);
  const minutes = community.policy.classes[ticket.class][`${stage}Minutes`];
  const warnAfter = Math.floor(minutes * community.policy.warnShare);
  const at = dueAfterPauses(clock, ticket.dispatchedAt, warnAfter, ticket.pauses);
  return [{ kind: 'warn', name: `${stage}.warn`, at, stage }, ...ladder(ticket, community, stage, due)];
};

/** Pauses behind the pack's own, so that a whole night is not one every ten minutes; the last repeats. */
const laterAlarmMinutes = [10, 15, 20, 30];

/** Minutes from a round of the alarm to the next: the pack's, then longer ones. */
export const alarmPauseMinutes = (round: number, { policy: { alarmMinutes } }: Community): number => {
  const longest = Math.max(...alarmMinutes);
  const pauses = [...alarmMinutes, ...laterAlarmMinutes.filter((minutes) => minutes > longest)];
  return pauses[Math.min(Math.max(round, 1), pauses.length) - 1] ?? longest;
};

const alarmSteps = (ticket: Ticket, community: Community): Step[] => {
  const { alarmStreetMinutes } = community.policy;
  const rounds = ticket.alarm?.rounds ?? 0;
  const nextAt = ticket.alarm
    ? addMinutes(ticket.alarm.lastAt, alarmPauseMinutes(rounds, community)).toISOString()
    : ticket.reportedAt;
  // From the first alarm: a report whose danger was seen late is alarmed from then on.
  const since = ticket.dispatchedAt ?? ticket.reportedAt;
  return [
    { kind: 'alarm', name: `alarm.${rounds + 1}`, at: nextAt, round: rounds + 1 },
    { kind: 'alarm-street', name: 'alarm.street', at: addMinutes(since, alarmStreetMinutes).toISOString() },
  ];
};

/** A phone task may be given again, when the reporter has not seen it yet. */
const phoneTaskPrefix = 'phone-task.';

const callBackSteps = (ticket: Ticket, community: Community): Step[] => {
  const { callBack } = ticket;
  if (!callBack) return [];
  if (callBack.phoneTask) {
    const given = ticket.notices.findLast(({ step }) => step.startsWith(phoneTaskPrefix));
    if (!given) return [];
    const at = stageClock(community, '24h').add(given.at, community.policy.classes['24h'].resolveMinutes);
    return [{ kind: 'phone-late', name: `phone-late.${given.at}`, at }];
  }
  if (!callBack.nextAt) return [];
  return callBack.asks <= community.policy.callBackAgainDays.length
    ? [{ kind: 'call-back', name: `call-back.${callBack.asks + 1}`, at: callBack.nextAt, ask: callBack.asks + 1 }]
    : [{ kind: 'phone-task', name: `${phoneTaskPrefix}${callBack.nextAt}`, at: callBack.nextAt }];
};

/** Everything that time will still do to this ticket as it stands, the earliest first. */
export const scheduleTicket = (ticket: Ticket, community: Community): readonly Step[] =>
  stepsOfPhase(ticket, community)
    .filter((step) => noticeAt(ticket, step.name) === null)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

const stepsOfPhase = (ticket: Ticket, community: Community): Step[] => {
  switch (ticket.phase) {
    case 'doubted':
      return [
        {
          kind: 'confirm',
          name: 'confirm',
          at: addMinutes(ticket.reportedAt, community.policy.doubtMinutes).toISOString(),
        },
      ];
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

/**
 * When the question after number `ask`, heard at `askedAt`, is due; after the last one, the phone task. On time it is
 * so many days after the first; when the program was away, the same distance from now on.
 */
export const nextAskAt = (askedAt: Moment, ask: number, { policy }: Community): Moment => {
  const { callBackAgainDays, phoneTaskAfterHours } = policy;
  const days = callBackAgainDays[ask - 1];
  return days === undefined
    ? addHours(askedAt, phoneTaskAfterHours).toISOString()
    : addDays(askedAt, Math.max(1, days - (callBackAgainDays[ask - 2] ?? 0))).toISOString();
};
