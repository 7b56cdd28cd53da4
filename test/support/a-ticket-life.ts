import fc from 'fast-check';
import { papersCommand } from './papers-samples';
import { searchCommand } from './search-samples';
import { jointCommand } from './joint-samples';
import { meetingCommand } from './meeting-samples';
import { wayCommand } from './ways-samples';
import {
  aCategory,
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  clock,
  gao,
  he,
  li,
  lin,
  qian,
  reported,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from './a-ticket';
import { aPerson } from './a-community';
import { Policy } from '../../src/domain/community/policy';
import { awardGuardId } from '../../src/domain/points/award';
import type { Guard } from '../../src/domain/decision';

import type { ReportTicket } from '../../src/domain/ticket/reporting/report-ticket';
import { nextDue } from '../../src/domain/ticket/clocks/schedule-ticket';
import type { Ticket } from '../../src/domain/ticket/ticket';
import type { TicketCommand } from '../../src/domain/ticket/ticket-command';

/** As the little community, with half of the results reviewed, and somebody who approves one kind of matter. */
export const community = aTicketCommunity({
  officers: [...aTicketCommunity().officers, aPerson('fang', ['inspector@home'])],
  policy: Policy.parse({ reviewShare: 0.5 }),
  categories: [
    ...aTicketCommunity().categories.map((category) => ({
      ...category,
      ...(category.id === 'elder-care' ? { dispatch: 'by-person' as const } : {}),
      ...(category.id === 'parking' ? { revisitDays: 3 } : {}),
    })),
    aCategory({ id: 'allowance', class: '7d', card: 'never', desk: 'community', papers: ['身份证', '户口本'] }),
  ],
});
/** Checks results in the little community. */
const fang = aPerson('fang', ['inspector@home']);
/** Of the property firm, without an office. */
const ding = aPerson('ding');
const people = [wang, li, he, chen, lin, gao, zhao, qian, fang, ding];

const by = fc.constantFrom(...people);
const words = fc.option(fc.constantFrom('w2', 'w3'), { nil: null });
const list = (id: string) => fc.constantFrom<readonly string[]>([], [id]);
const place = fc.constantFrom({ area: 'b6', words: 'w4' }, { area: null, words: 'w4' }, { area: 'b1', words: null });

const command = fc.oneof(
  fc.record({
    kind: fc.constantFrom('claim', 'take-charge', 'resume', 'more-hands', 'withdraw', 'unheard', 'still-fine'),
    by,
  }),
  fc.record({ kind: fc.constantFrom('pass'), by }),
  fc.record({ kind: fc.constant('assign'), by, to: fc.constantFrom(['wang'], ['li', 'he'], ['lin'], ['nobody'], []) }),
  fc.record({ kind: fc.constant('send-back'), by, words, parts: fc.constant([]) }),
  fc.record({ kind: fc.constant('supervise'), by, words, until: fc.constant(null) }),
  fc.record({ kind: fc.constant('resolve'), by, words, photos: list('p2') }),
  wayCommand(by, words),
  meetingCommand(by, words),
  searchCommand(by, words),
  papersCommand(by, words),
  jointCommand(by, words),
  fc.record({
    kind: fc.constant('tell'),
    by,
    how: fc.constantFrom('home', 'phone', null),
    words,
    answer: fc.constantFrom('solved-satisfied', 'not-solved', null),
  }),
  fc.record({
    kind: fc.constant('answer'),
    by,
    answer: fc.constantFrom('solved-satisfied', 'solved-unsatisfied', 'not-solved', 'not-seen-yet'),
    words,
  }),
  fc.record({ kind: fc.constant('decline'), by, why: fc.constantFrom('not-ours', 'cannot-do'), words, sentTo: words }),
  fc.record({ kind: fc.constant('hand-over'), by, to: fc.option(by, { nil: null }), words }),
  fc.record({
    kind: fc.constant('pause'),
    by,
    until: fc.constant(''),
    words,
  }),
  fc.record({ kind: fc.constantFrom('raise', 'note', 'false-alarm', 'thank'), by, words }),
  fc.record({ kind: fc.constant('reach'), by, whom: fc.constantFrom('family', 'police') }),
  fc.record({ kind: fc.constant('return'), by, words, photos: list('p7') }),
  fc.record({
    kind: fc.constant('join'),
    by,
    role: fc.constantFrom('rider', 'resident'),
    group: fc.constantFrom('riders', null),
    as: fc.constantFrom('reporter', 'me-too'),
    words: list('w5'),
    photos: list('p5'),
  }),
  fc.record({ kind: fc.constant('supplement'), by, words: list('w6'), photos: list('p6'), quietly: fc.boolean() }),
  fc.record({ kind: fc.constant('place'), by, place }),
  fc.record({
    kind: fc.constant('categorise'),
    by,
    category: fc.constantFrom('parking', 'medical', 'fire', 'conduct', 'nothing'),
  }),
) as fc.Arbitrary<TicketCommand>;

/** Somebody says something after so many seconds, or time runs to what is due next, or runs past it in an outage. */
const step = fc.record({
  seconds: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 400_000 })),
  what: fc.oneof(
    { arbitrary: fc.constant('due'), weight: 1 },
    { arbitrary: fc.constantFrom('outage', 'say'), weight: 2 },
  ),
  say: command,
});

const report: fc.Arbitrary<ReportTicket> = fc
  .record({
    category: fc.constantFrom(
      'parking',
      'drain',
      'elder-care',
      'fire',
      'medical',
      'lost',
      'conduct',
      'allowance',
      null,
    ),
    place: fc.constantFrom({ area: 'b6', words: null }, { area: null, words: null }, { area: null, words: 'w0' }),
    group: fc.constantFrom('riders', null),
    minute: fc.integer({ min: 0, max: 1439 }),
    onBehalf: fc.constantFrom(null, 'w-who'),
  })
  .map(({ category, place: at, group, onBehalf }) =>
    aReport({ onBehalf, category, place: at, group, options: category ? [] : ['parking', 'medical', 'drain'] }),
  );

const guardsAt = (now: string): ReadonlyMap<string, Guard> => {
  const id = awardGuardId('report', 'zhao', now, community);
  return new Map([[id, { id, version: 3, value: { count: 20 } }]]);
};

/** Every photo and every text added is one of its own, and a pause ends some time after it began. */
const spokenAt = (say: TicketCommand, index: number, later: string): TicketCommand => {
  if (say.kind === 'pause') return { ...say, until: new Date(Date.parse(later) + 86_400_000).toISOString() };
  if (!('photos' in say) || say.kind === 'search') return say;
  const own = (id: string): string => `${id}-${index}`;
  const photos = say.photos.map(own);
  return say.kind === 'resolve' ||
    say.kind === 'prove' ||
    say.kind === 'settle' ||
    say.kind === 'return' ||
    say.kind === 'minutes'
    ? { ...say, photos }
    : { ...say, photos, words: say.words.map(own) };
};

/** The whole life, and the ticket after each step. */
const live = (
  start: ReportTicket,
  from: string,
  steps: readonly { seconds: number; what: string; say: TicketCommand }[],
) => {
  let now = from;
  let life = reported(start, aContext(now, { community }));
  const states: { now: string; ticket: Ticket; wasTick: boolean }[] = [];
  for (const [index, { seconds, what, say }] of steps.entries()) {
    const before = now;
    const due = nextDue(life.ticket, community);
    const later = new Date(Date.parse(now) + seconds * 1_000).toISOString();
    now = what === 'due' && due !== null && due > now ? due : later;
    // In time order: what fell due on the way happens first, unless the program was away.
    for (let next = due; what === 'say' && next !== null && next < now; next = nextDue(life.ticket, community)) {
      const at = next > before ? next : before;
      life = ticked(life, aContext(at, { community }));
      states.push({ now: at, ticket: life.ticket, wasTick: true });
    }
    const context = aContext(now, { community, guards: guardsAt(now) });
    const command = spokenAt(say, index, later);
    life = what === 'say' ? told(life, command, context) : ticked(life, context);
    states.push({ now, ticket: life.ticket, wasTick: what !== 'say' });
  }
  return { life, states };
};

/** A life of up to so many steps. */
const aLife = (maxLength: number) =>
  fc.tuple(report, fc.constantFrom(clock('10:00'), clock('22:30'), clock('11:00', 1)), fc.array(step, { maxLength }));
const anyLife = aLife(40);

/** The history of any ticket, under the rules of the little community. */
export const anyHistory = aLife(25).map(([start, from, steps]) => live(start, from, steps).life.events);

/** Each property over many lives, long and short. */
export const ofEveryLife = (
  property: (lived: { life: Life; states: ReturnType<typeof live>['states'] }) => void,
): void => {
  fc.assert(
    fc.property(anyLife, ([start, from, steps]) => {
      property(live(start, from, steps));
    }),
    { numRuns: 100 },
  );
};
