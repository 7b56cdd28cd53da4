import { z } from 'zod';
import { nextDue as ticketDue } from '../../domain/ticket/clocks/schedule-ticket';
import { foldTicket } from '../../domain/ticket/apply-ticket-event';
import { Ticket } from '../../domain/ticket/ticket';
import { TicketEvent } from '../../domain/ticket/ticket-event';
import { isOpen } from '../../domain/ticket/telling/ticket-card';
import { holdersOfPart, openParts } from '../../domain/ticket/joining/open-parts';
import { tickTicket } from '../../domain/ticket/clocks/tick-ticket';
import {
  foldGathering,
  Gathering,
  gatheringDue,
  tickGathering,
  type GatheringEvent,
} from '../../domain/gathering/gathering';
import { foldTalkDay, TalkDay, TalkDayEvent, talkDayDue, tickTalkDay } from '../../domain/council/talk-day';
import { foldTopic } from '../../domain/council/fold-topic';
import { tickTopic } from '../../domain/council/tick-topic';
import { isOpenTopic, Topic } from '../../domain/council/topic';
import { topicNextDue } from '../../domain/council/topic-clock';
import { TopicEvent } from '../../domain/council/topic-event';
import { careNextDue } from '../../domain/care/care-clock';
import { CareEvent } from '../../domain/care/care-event';
import { CareFile } from '../../domain/care/care-file';
import { foldCareFile } from '../../domain/care/fold-care-file';
import { tickCare } from '../../domain/care/tick-care';
import { Activity, isOpenActivity } from '../../domain/volunteering/activity';
import { activityNextDue } from '../../domain/volunteering/activity-clock';
import { ActivityEvent } from '../../domain/volunteering/activity-event';
import { foldActivity } from '../../domain/volunteering/fold-activity';
import { tickActivity } from '../../domain/volunteering/tick-activity';
import type { Community } from '../../domain/community/community';
import type { Decision, MatterEvent, MatterKind } from '../../domain/decision';
import type { Moment } from '../../domain/ids';
import type { MatterChange } from '../ports';
import type { MatterRules } from './matter-rule';
import { companionRules } from './pairing-rules';
import { fundRules } from './fund-rules';
import { roundRules } from './round-rules';
import { deedRules, orderRules, pointsYearRules, serviceRules } from './points-matter-rules';

const ticketRules: MatterRules<Ticket, TicketEvent> = {
  parse: (stored) => Ticket.parse(stored),
  parseEvent: (stored) => TicketEvent.parse(stored),
  fold: foldTicket,
  tick: (ticket, now, community) => tickTicket(ticket, { now, community, guards: new Map() }),
  nextDue: ticketDue,
  index: (ticket) => ({
    open: isOpen(ticket),
    people: [
      ...new Set([
        ...ticket.reporters.map((reporter) => reporter.person),
        ...(ticket.arranging?.to ?? []),
        ...(ticket.review?.to ?? []),
        ...openParts(ticket).flatMap(holdersOfPart),
        ...(ticket.claimedBy ? [] : [...ticket.handlers, ...(ticket.alarm?.alarmed ?? [])]),
      ]),
    ],
    owner: ticket.claimedBy,
    category: ticket.category,
    area: ticket.place.area,
  }),
};

const gatheringEventKinds: readonly string[] = [
  'opened',
  'photos-added',
  'words-came',
  'words-asked',
  'lapsed',
] satisfies readonly GatheringEvent['kind'][];

const AnyGatheringEvent = z.custom<GatheringEvent>(
  (value) =>
    typeof value === 'object' && value !== null && gatheringEventKinds.includes(String(Reflect.get(value, 'kind'))),
  'an event of a gathering',
);

const gatheringRules: MatterRules<Gathering, GatheringEvent> = {
  parse: (stored) => Gathering.parse(stored),
  parseEvent: (stored) => AnyGatheringEvent.parse(stored),
  fold: foldGathering,
  tick: tickGathering,
  nextDue: gatheringDue,
  index: (gathering) => ({
    open: gathering.phase !== 'lapsed',
    people: [gathering.person],
    owner: null,
    category: null,
    area: null,
  }),
};

const topicRules: MatterRules<Topic, TopicEvent> = {
  parse: (stored) => Topic.parse(stored),
  parseEvent: (stored) => TopicEvent.parse(stored),
  fold: foldTopic,
  tick: (topic, now, community) => tickTopic(topic, { now, community }),
  nextDue: topicNextDue,
  index: (topic) => ({
    open: isOpenTopic(topic),
    people: [...new Set([topic.proposer, ...topic.to])],
    owner: null,
    category: null,
    area: topic.area,
  }),
};

const talkDayRules: MatterRules<TalkDay, TalkDayEvent> = {
  parse: (stored) => TalkDay.parse(stored),
  parseEvent: (stored) => TalkDayEvent.parse(stored),
  fold: foldTalkDay,
  tick: tickTalkDay,
  nextDue: talkDayDue,
  index: () => ({ open: true, people: [], owner: null, category: null, area: null }),
};

const careRules: MatterRules<CareFile, CareEvent> = {
  parse: (stored) => CareFile.parse(stored),
  parseEvent: (stored) => CareEvent.parse(stored),
  fold: foldCareFile,
  tick: (file, now, community) => tickCare(file, { now, community }),
  nextDue: careNextDue,
  index: ({ contact, area }) => ({ open: true, people: [], owner: contact, category: null, area }),
};

const activityRules: MatterRules<Activity, ActivityEvent> = {
  parse: (stored) => Activity.parse(stored),
  parseEvent: (stored) => ActivityEvent.parse(stored),
  fold: foldActivity,
  tick: (activity, now, community) => tickActivity(activity, { now, community }),
  nextDue: activityNextDue,
  index: (activity) => ({
    open: isOpenActivity(activity),
    people: [...new Set([activity.leader, ...activity.claims.map(({ person }) => person), ...activity.vouchers])],
    owner: null,
    category: null,
    area: activity.area,
  }),
};

/** A kind's rules with its types closed over, so that callers handle any matter alike. */
export interface AnyMatterRules {
  tick(stored: unknown, now: Moment, community: Community): TickedMatter;
  nextDue(stored: unknown, community: Community): Moment | null;
  index(stored: unknown): MatterChange['index'];
  /** The state that these events make; null when none begins it. */
  rebuild(events: readonly MatterEvent[]): unknown;
}

export interface TickedMatter {
  readonly decision: Decision;
  /** The state after the decision's events. */
  readonly state: unknown;
}

const close = <State, Event extends MatterEvent>(rules: MatterRules<State, Event>): AnyMatterRules => ({
  tick(stored, now, community) {
    const state = rules.parse(stored);
    const decision = rules.tick(state, now, community);
    return { decision, state: rules.fold(state, decision.events) };
  },
  nextDue: (stored, community) => rules.nextDue(rules.parse(stored), community),
  index: (stored) => rules.index(rules.parse(stored)),
  rebuild: (events) =>
    rules.fold(
      null,
      events.map((event) => rules.parseEvent(event)),
    ),
});

export const matterRules: { readonly [K in MatterKind]: AnyMatterRules } = {
  ticket: close(ticketRules),
  gathering: close(gatheringRules),
  topic: close(topicRules),
  'talk-day': close(talkDayRules),
  order: close(orderRules),
  service: close(serviceRules),
  care: close(careRules),
  activity: close(activityRules),
  deed: close(deedRules),
  'points-year': close(pointsYearRules),
  round: close(roundRules),
  companion: close(companionRules),
  fund: close(fundRules),
};
