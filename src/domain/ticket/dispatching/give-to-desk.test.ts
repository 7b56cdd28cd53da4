import { aPerson } from '../../../../test/support/a-community';
import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  heardBy,
  lin,
  reported,
  told,
  wang,
  type Life,
} from '../../../../test/support/a-ticket';
import { WorkCalendar } from '../../calendar/work-calendar';
import { nextDue } from '../clocks/schedule-ticket';
import { promisedDue, stageDue } from '../clocks/stage-clock';
import { deskOf } from '../telling/ticket-card';

const community = aTicketCommunity();
const ding = aPerson('ding');
const luo = aPerson('luo');
const tao = aPerson('tao');

const toProperty = (life: Life = claimed(), at = clock('10:30')): Life =>
  told(life, { kind: 'hand-over', by: wang, to: null, desk: 'property', words: 'w2' }, aContext(at));

describe('转 #12 给 物业', () => {
  test('asks whoever is there, with clocks of its own; the desk is what people are told', () => {
    const given = toProperty();
    expect(given.last.events).toEqual([
      { kind: 'given-to-desk', at: clock('10:30'), by: 'wang', desk: 'property', words: 'w2' },
      { kind: 'dispatched', at: clock('10:30'), desk: 'property', handlers: ['ding', 'luo'] },
    ]);
    expect(heardBy(given.last.says)).toEqual([
      'wang ticket.given-to-desk',
      'ding send:handler',
      'luo send:handler',
      'riders edit:group',
      'wang edit:handler',
    ]);
    expect([given.ticket.phase, given.ticket.cycle, deskOf(given.ticket, community)]).toEqual([
      'dispatched',
      2,
      'property',
    ]);
    expect(stageDue(given.ticket, community, 'claim')).toBe(clock('11:30'));
  });

  test('its own working time counts', () => {
    const late = WorkCalendar.parse({ hours: [{ from: '12:00', to: '20:00' }], weekdays: [5, 6] });
    const desks = community.desks.map((desk) => (desk.id === 'property' ? { ...desk, calendar: late } : desk));
    const context = aContext(clock('10:30'), { community: aTicketCommunity({ desks }) });
    const given = told(
      claimed(),
      { kind: 'hand-over', by: wang, to: null, desk: 'property', words: 'w2' },
      context,
    ).ticket;
    expect(stageDue(given, context.community, 'claim')).toBe(clock('13:00'));
    expect(promisedDue(given, context.community)).toBe(clock('20:00'));
  });

  test('said twice it is answered twice and given once; without a reason it is asked why', () => {
    const again = toProperty(toProperty(), clock('10:31'));
    expect([again.last.events, heardBy(again.last.says)]).toEqual([[], ['wang ticket.given-to-desk']]);
    const bare = told(
      claimed(),
      { kind: 'hand-over', by: wang, to: null, desk: 'property', words: null },
      aContext(clock('10:30')),
    );
    expect(bare.refusal).toEqual({ kind: 'needs-reason', verb: '转' });
  });

  test('one of its people may be named; another of them is handed it and it stays there', () => {
    const named = told(
      claimed(),
      { kind: 'hand-over', by: wang, to: luo, desk: 'property', words: 'w2' },
      aContext(clock('10:30')),
    );
    expect(named.ticket.handlers).toEqual(['luo']);
    const taken = told(toProperty(), { kind: 'claim', by: ding }, aContext(clock('10:40')));
    const handed = told(
      taken,
      { kind: 'hand-over', by: ding, to: luo, desk: 'property', words: 'w3' },
      aContext(clock('10:50')),
    );
    expect(handed.last.events).toEqual([
      { kind: 'handed-over', at: clock('10:50'), by: 'ding', to: 'luo', words: 'w3' },
    ]);
    expect([handed.ticket.claimedBy, handed.ticket.desk]).toEqual(['luo', 'property']);
  });

  test('nobody is there: it stays where it was, and that is said', () => {
    const desks = community.desks.map((desk) => (desk.id === 'property' ? { ...desk, people: ['wang'] } : desk));
    const leave = { person: 'wang', area: 'grid-2', kind: 'absent', from: clock('08:00'), to: clock('18:00') } as const;
    const away = { ...leave, substitute: null, at: clock('08:00'), by: 'wang' };
    const context = aContext(clock('10:30'), { community: aTicketCommunity({ desks, dutyChanges: [away] }) });
    const given = told(claimed(), { kind: 'hand-over', by: chen, to: null, desk: 'property', words: 'w2' }, context);
    expect(given.refusal).toEqual({ kind: 'desk-empty', desk: 'property' });
  });

  test('danger and complaints about staff go to no firm', () => {
    const complaint = reported(aReport({ category: 'conduct', group: null }));
    const given = told(
      complaint,
      { kind: 'hand-over', by: lin, to: null, desk: 'property', words: 'w2' },
      aContext(clock('10:30')),
    );
    expect(given.refusal).toEqual({ kind: 'state', verb: '转' });
  });

  test('somebody of another desk knows nothing of it; a second of the desk hears who was first', () => {
    const taken = told(toProperty(), { kind: 'claim', by: ding }, aContext(clock('10:40')));
    expect(told(taken, { kind: 'note', by: tao, words: 'w3' }, aContext(clock('10:41'))).refusal?.kind).toBe(
      'not-found',
    );
    expect(told(taken, { kind: 'claim', by: luo }, aContext(clock('10:41'))).refusal).toEqual({
      kind: 'already-claimed',
      owner: 'ding',
      at: clock('10:40'),
    });
  });

  test('a grid worker who takes it back by hand takes it away from the desk', () => {
    const back = told(toProperty(), { kind: 'claim', by: wang }, aContext(clock('10:40'))).ticket;
    expect([back.claimedBy, back.desk, back.atDesk, deskOf(back, community)]).toEqual(['wang', null, null, 'grid-2']);
  });
});

describe('退 from a desk', () => {
  const back = (life: Life, why: 'not-ours' | 'cannot-do' = 'not-ours', by = ding): Life =>
    told(life, { kind: 'decline', by, why, words: 'w3', sentTo: 'w4' }, aContext(clock('10:45')));

  test('comes back to whoever gave it, who may have it again, and closes nothing', () => {
    for (const why of ['not-ours', 'cannot-do'] as const) {
      const { ticket, last } = back(toProperty(), why);
      expect(last.events).toMatchObject([{ kind: 'objected', by: 'ding', words: 'w3', to: ['wang'] }]);
      expect(ticket.arranging?.offered[0]).toBe('wang');
      expect([ticket.phase, ticket.desk, deskOf(ticket, community)]).toEqual(['reported', null, 'grid-2']);
    }
  });

  test('who gave it sends it to another desk, and takes part in the counting of to and fro', () => {
    const again = told(
      back(toProperty()),
      { kind: 'assign', by: wang, to: [], desk: 'water' },
      aContext(clock('10:50')),
    );
    expect(again.last.events.map(({ kind }) => kind)).toEqual(['assigned', 'given-to-desk', 'dispatched']);
    expect([again.ticket.handlers, again.ticket.desk, again.ticket.moves]).toEqual([
      ['tao'],
      'water',
      [{ by: 'wang' }, { by: 'ding' }],
    ]);
    const third = back(again, 'not-ours', tao);
    expect(third.last.events).toMatchObject([{ kind: 'ruling-asked', by: 'tao', to: ['lin'] }]);
    const ruled = told(third, { kind: 'assign', by: lin, to: ['ding'] }, aContext(clock('10:55'))).ticket;
    expect([ruled.claimedBy, ruled.desk, ruled.ruledFor]).toEqual(['ding', 'property', 'ding']);
  });

  test('nobody arranges it: the ladder runs, and time goes on', () => {
    expect(nextDue(back(toProperty()).ticket, community)).not.toBeNull();
  });
});

test('whoever of the desk has it says that it is done; a department of the city is beyond the grid', () => {
  const done = (desk: string, by: typeof ding): Life =>
    told(
      told(claimed(), { kind: 'hand-over', by: wang, to: null, desk, words: 'w2' }, aContext(clock('10:30'))),
      { kind: 'resolve', by, words: 'w9', photos: [] },
      aContext(clock('11:00')),
    );
  expect(done('property', ding).ticket).toMatchObject({ phase: 'resolved', claimedBy: 'ding', settledAt: 'grid' });
  expect(done('water', tao).ticket).toMatchObject({ phase: 'resolved', claimedBy: 'tao', settledAt: 'community' });
  expect(done('property', tao).refusal).toEqual({ kind: 'role', verb: '办结' });
});
