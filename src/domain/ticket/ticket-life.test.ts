import { aContext, ticked, type Life } from '../../../test/support/a-ticket';

import type { Say } from '../decision';
import { foldTicket } from './apply-ticket-event';

import { nextDue } from './clocks/schedule-ticket';
import { Ticket, type TicketPhase } from './ticket';

import { TicketEvent } from './ticket-event';

import { community, ofEveryLife } from '../../../test/support/a-ticket-life';

const phases: Readonly<Record<TicketPhase, readonly TicketPhase[]>> = {
  doubted: ['doubted', 'reported', 'dispatched', 'claimed', 'archived'],
  reported: ['reported', 'dispatched', 'claimed', 'archived'],
  dispatched: ['dispatched', 'reported', 'claimed', 'resolved', 'under-review', 'archived'],
  claimed: ['claimed', 'reported', 'waiting', 'resolved', 'under-review', 'archived'],
  waiting: ['waiting', 'reported', 'claimed', 'resolved', 'under-review', 'archived'],
  'under-review': ['under-review', 'resolved', 'claimed', 'dispatched'],
  resolved: ['resolved', 'claimed', 'archived'],
  archived: ['archived', 'claimed'],
  'called-back': [],
  withdrawn: [],
  refused: [],
  'not-ours': [],
  merged: [],
  considered: [],
  planned: [],
  done: [],
  declined: [],
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
      if (['claimed', 'waiting', 'under-review', 'resolved'].includes(ticket.phase))
        expect(ticket.claimedBy).not.toBeNull();
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
      expect(ticked(idle, aContext(now, { community })).last).toEqual(idle.last);
    }
  });
});

test('a closed ticket has the answer to its call-back, or a reason that somebody gave', () => {
  ofEveryLife(({ states }) => {
    for (const { ticket } of states) {
      if (ticket.phase !== 'archived') expect([ticket.closedFor, ticket.closedAt]).toEqual([null, null]);
      else if (ticket.closedFor === 'called-back') expect([ticket.solved, ticket.satisfied]).not.toContain(null);
      else
        expect(['withdrawn', 'refused', 'not-ours', 'false-alarm', 'no-answer', 'no-papers']).toContain(
          ticket.closedFor,
        );
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

/** What the history alone tells of the outcome: whoever said last "solved", and whoever said last "not solved". */
const outcomesIn = (events: readonly TicketEvent[]) => {
  const said = new Map<string, boolean>();
  return events.map((event) => {
    if (event.kind === 'call-back-answered') said.set(event.for ?? event.by, event.solved);
    // Opened again, it is done anew: every answer is asked for anew.
    if (event.kind === 'reopened') said.clear();
    return { event, said: [...said.values()] };
  });
};

test('by the history alone: never closed by an answer while a reporter says that it is not solved', () => {
  ofEveryLife(({ life }) => {
    for (const { event, said } of outcomesIn(life.events)) {
      if (event.kind !== 'archived') continue;
      expect(said).not.toContain(false);
      if (event.reason === 'called-back') expect(said).toContain(true);
      if (event.reason === 'no-answer') expect(said).toEqual([]);
    }
  });
});

test('by the history alone: every “not solved” reopens at once, and points are awarded once at most', () => {
  ofEveryLife(({ life }) => {
    const notSolved = life.events.filter((event) => event.kind === 'call-back-answered' && !event.solved);
    expect(life.events.filter(({ kind }) => kind === 'reopened')).toHaveLength(notSolved.length);
    expect(life.ticket.reopenings).toBe(notSolved.length);
    expect(life.events.filter(({ kind }) => kind === 'awarded').length).toBeLessThanOrEqual(1);
  });
});

test('no group ever hears of a matter that is never shown there, save to look for somebody who is missed', () => {
  ofEveryLife(({ life }) => {
    const looksFor = (say: Say): boolean => say.card === undefined && say.wording.startsWith('ticket.search');
    const shown = new Set(['parking', 'drain', 'fire']);
    const ever = [...life.events.flatMap((event) => ('category' in event ? [event.category] : []))];
    if (ever.some((category) => category !== null && shown.has(category))) return;
    expect(life.says.filter((say) => 'chat' in say.to && !looksFor(say))).toEqual([]);
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
