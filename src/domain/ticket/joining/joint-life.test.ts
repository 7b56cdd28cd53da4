import fc from 'fast-check';
import { aPerson } from '../../../../test/support/a-community';
import {
  aContext,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  he,
  heardBy,
  li,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { jointCommand } from '../../../../test/support/joint-samples';
import { Policy } from '../../community/policy';
import { foldTicket } from '../apply-ticket-event';
import { nextDue } from '../clocks/schedule-ticket';
import { Ticket } from '../ticket';
import type { TicketCommand } from '../ticket-command';
import { TicketEvent } from '../ticket-event';
import { isHelper, openParts } from './open-parts';

const fang = aPerson('fang', ['inspector@home']);
const community = aTicketCommunity({
  officers: [...aTicketCommunity().officers, fang],
  policy: Policy.parse({ reviewShare: 0.5 }),
});

const by = fc.constantFrom(wang, li, he, chen, fang, zhao, aPerson('ding'), aPerson('luo'));
/** Those who do most of the work. */
const doing = fc.constantFrom(wang, aPerson('ding'), li, chen);
const words = fc.option(fc.constant('w2'), { nil: null });
const photos = fc.constant<readonly string[]>([]);

/** What people say who work on one thing together, and who judge it. */
const command = fc.oneof(
  { arbitrary: jointCommand(fc.constantFrom(wang, he, li), words), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constantFrom('claim', 'pass'), by }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constantFrom('resolve', 'settle'), by, words, photos }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('resolve'), by: doing, words: fc.constant('w3'), photos }), weight: 4 },
  fc.record({ kind: fc.constant('decline'), by, why: fc.constantFrom('not-ours', 'cannot-do'), words, sentTo: words }),
  fc.record({ kind: fc.constant('hand-over'), by, to: fc.constantFrom(li, he, null), words }),
  fc.record({ kind: fc.constant('assign'), by, to: fc.constantFrom(['li'], ['wang']) }),
  fc.record({ kind: fc.constantFrom('note', 'raise'), by, words }),
  fc.record({ kind: fc.constant('send-back'), by, words, parts: fc.constantFrom([], ['1'], ['2', '9']) }),
  fc.record({ kind: fc.constant('answer'), by, answer: fc.constantFrom('not-solved', 'solved-satisfied') }),
  fc.record({ kind: fc.constant('withdraw'), by }),
) as fc.Arbitrary<TicketCommand>;

const step = fc.record({ minutes: fc.integer({ min: 1, max: 600 }), say: fc.option(command, { nil: null, freq: 6 }) });

const live = (steps: readonly { readonly minutes: number; readonly say: TicketCommand | null }[]) => {
  let at = Date.parse(clock('10:10'));
  let life: Life = claimed();
  const states: { readonly now: string; readonly ticket: Ticket; readonly wasTick: boolean }[] = [];
  for (const { minutes, say } of steps) {
    at += minutes * 60_000;
    const context = aContext(new Date(at).toISOString(), { community });
    life = ticked(life, context);
    states.push({ now: context.now, ticket: life.ticket, wasTick: true });
    if (say) life = told(life, say, context);
    states.push({ now: context.now, ticket: life.ticket, wasTick: false });
  }
  return { life, states };
};

const anySteps = fc.array(step, { minLength: 5, maxLength: 40 });

const ofEveryLife = (property: (lived: ReturnType<typeof live>) => void): void => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      property(live(steps));
    }),
    { numRuns: 200 },
  );
};

const over = ['under-review', 'resolved', 'called-back', 'archived', 'refused', 'not-ours', 'withdrawn', 'merged'];

test('what is done, given up or closed never has a part that is neither done nor taken away', () => {
  ofEveryLife(({ states }) => {
    for (const { ticket } of states) if (over.includes(ticket.phase)) expect(openParts(ticket)).toEqual([]);
  });
});

test('the lives are worth looking at: in some of these, parts were asked for and taken', () => {
  const seen = new Set<string>();
  for (const steps of fc.sample(anySteps, { seed: 20_261_121, numRuns: 400 }))
    for (const { ticket } of live(steps).states)
      for (const { state } of ticket.parts) seen.add(`${state} ${over.includes(ticket.phase) ? 'over' : 'open'}`);
  expect([...seen]).toEqual(expect.arrayContaining(['asked open', 'claimed open']));
});

test('a part that is taken or done is one person’s, and no two parts are one', () => {
  ofEveryLife(({ states }) => {
    for (const { parts } of states.map(({ ticket }) => ticket)) {
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      for (const { state, doer, to, doneAt } of parts) {
        expect(to).not.toEqual([]);
        if (state === 'claimed' || state === 'done') expect(doer).not.toBeNull();
        if (state === 'done') expect(doneAt).not.toBeNull();
      }
    }
  });
});

test('nobody judges a result of which they did a part', () => {
  ofEveryLife(({ life }) => {
    life.events.forEach((event, index) => {
      if (event.kind !== 'review-passed' && event.kind !== 'sent-back') return;
      const before = foldTicket(null, life.events.slice(0, index));
      expect(before?.parts.filter(({ state, doer }) => state === 'done' && doer === event.by)).toEqual([]);
    });
  });
});

test('whoever helps was asked, nothing is said twice, and no group hears who helps', () => {
  ofEveryLife(({ life }) => {
    const heard = heardBy(life.says);
    for (const person of ['ding', 'luo', 'chen'])
      if (isHelper(life.ticket, person)) expect(heard).toContain(`${person} ticket.part`);
    const effects = life.says.map((say) => `${say.key}/${'person' in say.to ? say.to.person : say.to.chat}`);
    expect(effects).toEqual([...new Set(effects)]);
    for (const say of life.says) if ('chat' in say.to) expect(say.card).toBe('group');
  });
});

test('the state is the fold of the events, both can be stored, and after a tick nothing is due until later', () => {
  ofEveryLife(({ life, states }) => {
    expect(foldTicket(null, life.events)).toEqual(life.ticket);
    expect(Ticket.parse(JSON.parse(JSON.stringify(life.ticket)))).toEqual(life.ticket);
    expect(life.events.map((event) => TicketEvent.parse(event))).toEqual(life.events);
    for (const { now, ticket } of states.filter(({ wasTick }) => wasTick)) {
      const due = nextDue(ticket, community);
      expect(due === null || due > now).toBe(true);
    }
  });
});
