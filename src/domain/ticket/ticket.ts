import { z } from 'zod';
import { CategoryId, DeadlineClass } from '../community/category';
import { Papers } from './applying/papers';
import { Told } from './in-person/told';
import { Meeting } from './convening/meeting';
import { Way } from './ways/way';
import { Search } from './searching/search';
import { SettledLevel } from './working/settled-level';
import { Part } from './joining/part';
import { Reporter } from './reporting/reporter';
import { ReviewReason } from './reviewing/review-reason';

export const TicketPhase = z.enum([
  /** Words that may mean danger: the reporter is being asked. */
  'doubted',
  'reported',
  'dispatched',
  'claimed',
  'waiting',
  /** Done, and looked at by somebody else before its reporter is asked. */
  'under-review',
  /** A suggestion that was taken up; then one whose doing has a date. */
  'considered',
  'planned',
  'resolved',
  'called-back',
  /** How a suggestion ends. */
  'done',
  'declined',
  'archived',
  'withdrawn',
  'refused',
  'not-ours',
  /** It is the same matter as another ticket, and follows that one until they are taken apart. */
  'merged',
]);
export type TicketPhase = z.infer<typeof TicketPhase>;

/** A suggestion asks for something new; a report says what is wrong. */
export const Nature = z.enum(['report', 'suggestion']);
export type Nature = z.infer<typeof Nature>;

/** What closes a ticket: the reporter's answer, a reason that somebody gave, or that nobody ever answered. */
export const ClosedFor = z.enum([
  'called-back',
  'withdrawn',
  'refused',
  'not-ours',
  'false-alarm',
  'no-answer',
  /** An application whose papers were never brought. */
  'no-papers',
]);

/** Where it is: an area of the tree where one is known, and the reporter's words for the place. */
export const Place = z.object({ area: z.string().nullable(), words: z.string().nullable() }).readonly();
export type Place = z.infer<typeof Place>;

const ids = z.array(z.string()).readonly();
const moment = z.string();

/** The state of a ticket: the fold of its events, and nothing else. Moments are ISO 8601, ids Linli's own. */
export const Ticket = z
  .object({
    id: z.string(),
    number: z.int(),
    nature: Nature.default('report'),
    phase: TicketPhase,
    /** Null while the administrator who approves has not chosen among `options`. */
    category: CategoryId.nullable(),
    options: z.array(CategoryId).readonly(),
    /** While danger is in doubt: what it is otherwise. */
    otherwise: CategoryId.nullable(),
    class: DeadlineClass,
    place: Place,
    /** True while the reporter's answer to "where is it?" is looked for. */
    placeAsked: z.boolean(),
    reporters: z.array(Reporter).readonly(),
    words: ids,
    photos: ids,
    /** Officers whom the reporter's words name; a complaint goes past them. */
    about: ids.default([]),
    /** The area whose desk answers for it. */
    desk: z.string().nullable(),
    /** The desk beside the ladder that was given it, and by whom: what is sent back comes to that one. */
    atDesk: z.object({ desk: z.string(), by: z.string().nullable() }).readonly().nullable().default(null),
    /** Who was asked to claim it, or was handed it. */
    handlers: ids,
    claimedBy: z.string().nullable(),
    /** Who stood in for whom since the ticket went out. */
    standIns: z
      .array(z.object({ person: z.string(), by: z.string() }).readonly())
      .readonly()
      .default([]),
    resolution: z.object({ words: z.string().nullable(), photos: ids }).readonly().nullable(),
    /** Whoever did it; a leader may do so in its owner's place. */
    resolvedBy: z.string().nullable().default(null),
    /** Which level settled it; null until it is resolved, and of what was resolved before levels were kept. */
    settledAt: SettledLevel.nullable().default(null),
    reportedAt: moment,
    dispatchedAt: moment.nullable(),
    claimedAt: moment.nullable(),
    resolvedAt: moment.nullable(),
    closedAt: moment.nullable(),
    /** Why it was archived; null while it is not. */
    closedFor: ClosedFor.nullable(),
    waiting: z.object({ since: moment, until: moment }).readonly().nullable(),
    /** Finished pauses of this cycle; clocks replay them. */
    pauses: z.array(z.object({ from: moment, to: moment }).readonly()).readonly(),
    /** Questions of this cycle's call-back: when first asked, how often, when next. */
    callBack: z
      .object({ firstAskedAt: moment, asks: z.int(), nextAt: moment.nullable(), phoneTask: z.boolean() })
      .readonly()
      .nullable(),
    solved: z.boolean().nullable(),
    satisfied: z.boolean().nullable(),
    /** Who said in this cycle that it is solved, and whether they are satisfied: each reporter's own answer. */
    answers: z
      .array(z.object({ person: z.string(), satisfied: z.boolean() }).readonly())
      .readonly()
      .default([]),
    /** Reporters whom the question does not reach. */
    unheard: ids.default([]),
    /** Asked again long after it was closed, whether it is still well. */
    revisit: z.object({ askedAt: moment, fine: z.boolean().nullable() }).readonly().nullable().default(null),
    /** Counted from 1; a reopening begins a new one. */
    cycle: z.int(),
    reopenings: z.int(),
    /** Notices given in this cycle, by the name of their step: each once. */
    notices: z.array(z.object({ step: z.string(), at: moment }).readonly()).readonly(),
    /** Rounds of the alarm in this cycle, and who was alarmed. */
    alarm: z.object({ rounds: z.int(), lastAt: moment, alarmed: ids }).readonly().nullable(),
    /** Who is asked to send it to somebody, why, and whom they are offered. */
    arranging: z
      .object({
        why: z.enum(['approval', 'objection', 'ruling']),
        by: z.string().nullable(),
        words: z.string().nullable(),
        since: moment,
        to: ids,
        offered: ids,
      })
      .readonly()
      .nullable()
      .default(null),
    /** Who last said to whom it goes. */
    assignedBy: z.object({ by: z.string(), at: moment }).readonly().nullable().default(null),
    /** Those who gave it back or on since it was last opened; then for whom it was ruled. */
    moves: z
      .array(z.object({ by: z.string() }).readonly())
      .readonly()
      .default([]),
    ruledFor: z.string().nullable().default(null),
    /** Whose review it waits for. */
    review: z.object({ since: moment, to: ids, why: ReviewReason }).readonly().nullable().default(null),
    /** Results that a reviewer sent back since it was last opened, and the start of the clock that the last one gave. */
    sentBack: z.int().default(0),
    resolveFrom: moment.nullable().default(null),
    /** The answer that a supervisor waits for. */
    /** Until when a suggestion is to be done. */
    plan: z.object({ since: moment, until: moment }).readonly().nullable().default(null),
    supervision: z
      .object({ by: z.string(), words: z.string(), since: moment, due: moment })
      .readonly()
      .nullable()
      .default(null),
    /** When there was last news of a danger that somebody has taken charge of. */
    newsAt: moment.nullable().default(null),
    /** Of somebody lost: when the family was reached, the police called, the person handed over. */
    seeking: z
      .object({ familyAt: moment.nullable(), policeAt: moment.nullable(), returnedAt: moment.nullable() })
      .readonly()
      .nullable()
      .default(null),
    /** Of somebody who is missed: who is asked to look for them, and what was seen. */
    search: Search.nullable().default(null),
    /** Who it may be, as each who asked was shown it; `perhaps`: the file whose family the owner was told. */
    candidates: z
      .array(z.object({ person: z.string(), files: ids }).readonly())
      .readonly()
      .default([]),
    perhaps: z.string().nullable().default(null),
    /** Words of thanks that staff judged: whether they may stand in a group. */
    thanksJudged: ids.default([]),
    /** How it is handled, where that was said. */
    way: Way.nullable().default(null),
    /** For whom it was reported, where that is somebody else: their name, as words of their own. */
    onBehalf: z.string().nullable().default(null),
    /** Who told them the result in person. */
    told: Told.nullable().default(null),
    /** Who took it before anybody else did. */
    takenFirstBy: z.string().nullable().default(null),
    /** It jumps the queue (绿色通道): since when, and who said so; `by` null: the pack. */
    green: z.object({ at: moment, by: z.string().nullable() }).readonly().nullable().default(null),
    /** Of an application: its papers. */
    papers: Papers.nullable().default(null),
    /** What other desks do of it. */
    parts: z.array(Part).readonly().default([]),
    /** Who did not report it and wishes to hear how it goes. */
    followers: ids.default([]),
    cardGroup: z.string().nullable(),
    /** What the card answers, in a group of several parts. */
    cardReplyTo: z.string().nullable().default(null),
    /** Whether the photos of the finished work show it; null: there are none, or they are not there yet. */
    photoCheck: z.enum(['passed', 'failed', 'reason']).nullable().default(null),
    /** What it was merged into, and the phase it goes back to when they are taken apart. */
    merged: z
      .object({ into: z.string(), number: z.int(), at: moment, by: z.string(), from: TicketPhase })
      .readonly()
      .nullable()
      .default(null),
    /** What was merged into this one, with what came along. */
    absorbed: z
      .array(
        z
          .object({
            id: z.string(),
            number: z.int(),
            reporters: z.array(Reporter).readonly(),
            words: ids,
            photos: ids,
            followers: ids.default([]),
          })
          .readonly(),
      )
      .readonly()
      .default([]),
    /** Who reported this one itself; null while nothing is merged into it. */
    ownReporters: z.array(Reporter).readonly().nullable().default(null),
    /** The like matter that its reporter was asked about: one question a ticket. */
    offered: z.string().nullable().default(null),
    /** The last meeting that the Party branch convened about it. */
    meeting: Meeting.nullable().default(null),
    /** The topic as which it is talked over. */
    topic: z.object({ id: z.string(), number: z.int() }).readonly().nullable().default(null),
    /** True once points were given for it; never twice, whatever is reopened. */
    awarded: z.boolean(),
  })
  .readonly();
export type Ticket = z.infer<typeof Ticket>;
