import fc from 'fast-check';
import {
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
} from '../../../test/support/a-ticket';
import { awardGuardId } from '../points/award';
import type { Guard } from '../decision';
import { foldTicket } from './apply-ticket-event';
import type { ReportTicket } from './report-ticket';
import { nextDue } from './schedule-ticket';
import { Ticket, type TicketPhase } from './ticket';
import type { TicketCommand } from './ticket-command';
import { TicketEvent } from './ticket-event';

const community = aTicketCommunity();
const people = [wang, li, he, chen, lin, gao, zhao, qian];

const by = fc.constantFrom(...people);
const words = fc.option(fc.constantFrom('w2', 'w3'), { nil: null });
const list = (id: string) => fc.constantFrom<readonly string[]>([], [id]);
const place = fc.constantFrom({ area: 'b6', words: 'w4' }, { area: null, words: 'w4' }, { area: 'b1', words: null });

const command = fc.oneof(
  fc.record({ kind: fc.constantFrom('claim', 'take-charge', 'resume', 'more-hands', 'withdraw'), by }),
  fc.record({ kind: fc.constant('resolve'), by, words, photos: list('p2') }),
  fc.record({
    kind: fc.constant('answer'),
    by,
    answer: fc.constantFrom('solved-satisfied', 'solved-unsatisfied', 'not-solved', 'not-seen-yet'),
  }),
  fc.record({ kind: fc.constant('decline'), by, why: fc.constantFrom('not-ours', 'cannot-do'), words }),
  fc.record({ kind: fc.constant('hand-over'), by, to: fc.option(by, { nil: null }), words }),
  fc.record({
    kind: fc.constant('pause'),
    by,
    until: fc.constant(''),
    words,
  }),
  fc.record({ kind: fc.constantFrom('raise', 'note', 'false-alarm'), by, words }),
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
    category: fc.constantFrom('parking', 'medical', 'fire', 'nothing'),
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
    category: fc.constantFrom('parking', 'drain', 'elder-care', 'fire', 'medical', null),
    place: fc.constantFrom({ area: 'b6', words: null }, { area: null, words: null }, { area: null, words: 'w0' }),
    group: fc.constantFrom('riders', null),
    minute: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ category, place: at, group }) =>
    aReport({ category, place: at, group, options: category ? [] : ['parking', 'medical', 'drain'] }),
  );

const phases: Readonly<Record<TicketPhase, readonly TicketPhase[]>> = {
  reported: ['reported', 'dispatched', 'archived'],
  dispatched: ['dispatched', 'claimed', 'resolved', 'archived'],
  claimed: ['claimed', 'waiting', 'resolved', 'archived'],
  waiting: ['waiting', 'claimed', 'resolved', 'archived'],
  resolved: ['resolved', 'claimed', 'archived'],
  archived: ['archived', 'claimed'],
  'called-back': [],
  withdrawn: [],
  refused: [],
  'not-ours': [],
};

const guardsAt = (now: string): ReadonlyMap<string, Guard> => {
  const id = awardGuardId('zhao', now, community);
  return new Map([[id, { id, version: 3, value: { count: 20 } }]]);
};

/** Every photo is a photo of its own, and a pause ends some time after it began. */
const spokenAt = (say: TicketCommand, index: number, later: string): TicketCommand => {
  if (say.kind === 'pause') return { ...say, until: new Date(Date.parse(later) + 86_400_000).toISOString() };
  if (!('photos' in say)) return say;
  return { ...say, photos: say.photos.map((photo) => `${photo}-${index}`) };
};

/** The whole life, and the ticket after each step. */
const live = (
  start: ReportTicket,
  from: string,
  steps: readonly { seconds: number; what: string; say: TicketCommand }[],
) => {
  let now = from;
  let life = reported(start, aContext(now));
  const states: { now: string; ticket: Ticket; wasTick: boolean }[] = [];
  for (const [index, { seconds, what, say }] of steps.entries()) {
    const before = now;
    const due = nextDue(life.ticket, community);
    const later = new Date(Date.parse(now) + seconds * 1_000).toISOString();
    now = what === 'due' && due !== null && due > now ? due : later;
    // In time order: what fell due on the way happens first, unless the program was away.
    for (let next = due; what === 'say' && next !== null && next < now; next = nextDue(life.ticket, community)) {
      const at = next > before ? next : before;
      life = ticked(life, aContext(at));
      states.push({ now: at, ticket: life.ticket, wasTick: true });
    }
    const context = aContext(now, { guards: guardsAt(now) });
    const command = spokenAt(say, index, later);
    life = what === 'say' ? told(life, command, context) : ticked(life, context);
    states.push({ now, ticket: life.ticket, wasTick: what !== 'say' });
  }
  return { life, states };
};

const anyLife = fc.tuple(
  report,
  fc.constantFrom(clock('10:00'), clock('22:30'), clock('11:00', 1)),
  fc.array(step, { maxLength: 40 }),
);

/** Each property over many lives, long and short. */
const ofEveryLife = (property: (lived: { life: Life; states: ReturnType<typeof live>['states'] }) => void): void => {
  fc.assert(
    fc.property(anyLife, ([start, from, steps]) => {
      property(live(start, from, steps));
    }),
    { numRuns: 100 },
  );
};

const effects = (life: Life): readonly string[] =>
  life.says.map((say) => `${say.key}/${'person' in say.to ? say.to.person : say.to.chat}`);

test('in any life, nothing is said twice to the same recipient under the same rule and step', () => {
  ofEveryLife(({ life }) => {
    expect(effects(life)).toEqual([...new Set(effects(life))]);
  });
});

test('in any life, the state is the fold of the events, and both are data that can be stored', () => {
  ofEveryLife(({ life }) => {
    expect(foldTicket(null, life.events)).toEqual(life.ticket);
    expect(Ticket.parse(JSON.parse(JSON.stringify(life.ticket)))).toEqual(life.ticket);
    expect(life.events.map((event) => TicketEvent.parse(event))).toEqual(life.events);
  });
});

test('in any life, the history is in the order of time', () => {
  ofEveryLife(({ life }) => {
    const times = life.events.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });
});

test('in any life, every change of state is a legal one, and whoever works on it is one person', () => {
  ofEveryLife(({ life, states }) => {
    let before: TicketPhase = foldTicket(null, life.decisions[0]?.events ?? [])?.phase ?? 'reported';
    for (const { ticket } of states) {
      expect(phases[before]).toContain(ticket.phase);
      if (['claimed', 'waiting', 'resolved'].includes(ticket.phase)) expect(ticket.claimedBy).not.toBeNull();
      if (['reported', 'dispatched'].includes(ticket.phase)) expect(ticket.claimedBy).toBeNull();
      expect(ticket.waiting !== null).toBe(ticket.phase === 'waiting');
      before = ticket.phase;
    }
  });
});

test('after a tick, however late, nothing is due any more until later', () => {
  ofEveryLife(({ states }) => {
    for (const { now, ticket } of states.filter(({ wasTick }) => wasTick)) {
      const due = nextDue(ticket, community);
      expect(due === null || due > now).toBe(true);
    }
  });
});

test('a second tick at the same moment changes nothing', () => {
  ofEveryLife(({ states }) => {
    for (const { now, ticket } of states.filter(({ wasTick }) => wasTick)) {
      const idle: Life = {
        ticket,
        events: [],
        says: [],
        decisions: [],
        last: { events: [], says: [], postings: [], also: [], guards: [] },
        refusal: null,
      };
      expect(ticked(idle, aContext(now)).last).toEqual(idle.last);
    }
  });
});

test('a closed ticket has the answer to its call-back, or a reason that somebody gave', () => {
  ofEveryLife(({ states }) => {
    for (const { ticket } of states) {
      if (ticket.phase !== 'archived') expect([ticket.closedFor, ticket.closedAt]).toEqual([null, null]);
      else if (ticket.closedFor === 'called-back') expect([ticket.solved, ticket.satisfied]).not.toContain(null);
      else expect(['withdrawn', 'refused', 'not-ours', 'false-alarm']).toContain(ticket.closedFor);
    }
  });
});

test('an open ticket always has somebody whom it rests with, and a critical one is alarmed until somebody has it', () => {
  ofEveryLife(({ states }) => {
    for (const { ticket } of states) {
      if (ticket.phase === 'dispatched') expect(ticket.handlers).not.toEqual([]);
      if (ticket.phase === 'dispatched' && ticket.class === 'critical')
        expect(nextDue(ticket, community)).not.toBeNull();
    }
  });
});

test('points balance, and are given once however often it is reopened', () => {
  ofEveryLife(({ life }) => {
    const postings = life.decisions.flatMap((decision) => decision.postings);
    for (const { entries } of postings) expect(entries.reduce((sum, { points }) => sum + points, 0)).toBe(0);
    expect(postings.length).toBeLessThanOrEqual(1);
    expect(life.ticket.awarded).toBe(postings.length === 1);
  });
});

test('no group ever hears of a matter that is never shown there', () => {
  ofEveryLife(({ life }) => {
    const shown = new Set(['parking', 'drain', 'fire']);
    const ever = [...life.events.flatMap((event) => ('category' in event ? [event.category] : []))];
    if (ever.some((category) => category !== null && shown.has(category))) return;
    expect(life.says.filter((say) => 'chat' in say.to)).toEqual([]);
  });
});

test('a breach is told to nobody whom the matter rests with', () => {
  ofEveryLife(({ life }) => {
    for (const say of life.says) {
      if (say.card !== undefined || say.wording !== 'ticket.breach' || !('person' in say.to)) continue;
      expect(say.params.asked).not.toContain(say.to.person);
    }
  });
});
