import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  clock,
  gao,
  he,
  heardBy,
  li,
  lin,
  reported,
  ticked,
  told,
  wang,
  zhao,
} from '../../../../test/support/a-ticket';
import { Policy } from '../../community/policy';

import { nextDue } from './schedule-ticket';
import { promisedDue, stageDue } from './stage-clock';

const community = aTicketCommunity();

test('the group sees a card and the handler his; the reporter who sees the card hears nothing more', () => {
  const { last, ticket } = reported();
  expect(last.says).toEqual([
    { to: { person: 'wang' }, key: 'handler.1', urgency: 'ordinary', card: 'handler', mode: 'send' },
    { to: { chat: 'riders' }, key: 'group', urgency: 'ordinary', card: 'group', mode: 'send' },
  ]);
  expect(last.guards).toEqual([
    { id: 'open:parking:b6', version: 0, value: { matter: 't1', number: 101, at: clock('10:00') } },
  ]);
  expect([ticket.phase, ticket.desk, ticket.handlers]).toEqual(['dispatched', 'grid-2', ['wang']]);
});

test('at night the reporter is answered in private, and the cards wait for the morning', () => {
  const { last } = reported(aReport(), aContext(clock('22:00')));
  expect(last.says.map(({ key, urgency, holdUntil }) => [key, urgency, holdUntil])).toEqual([
    ['handler.1', 'ordinary', clock('07:00', 1)],
    ['group', 'ordinary', clock('07:00', 1)],
    ['received', 'prompt', undefined],
  ]);
});

test('water at night goes at once to the worker of the place and to who is on duty', () => {
  const { last, ticket } = reported(
    aReport({ category: 'drain', place: { area: 'b1', words: null } }),
    aContext(clock('22:00')),
  );
  expect(ticket.handlers).toEqual(['zhou']);
  expect(last.says[0]).toEqual({
    to: { person: 'zhou' },
    key: 'handler.1',
    urgency: 'prompt',
    card: 'handler',
    mode: 'send',
  });
  expect(stageDue(ticket, community, 'claim')).toBe(clock('22:20'));
});

test('what is never shown in groups is answered in private only', () => {
  expect(heardBy(reported(aReport({ category: 'elder-care' })).last.says)).toEqual([
    'wang send:handler',
    'zhao ticket.received',
  ]);
});

test('nobody claims: a reminder before the deadline, then grid leader, community and street, once each', () => {
  let life = reported();
  const heard: (readonly [string, readonly string[]])[] = [];
  for (let due = nextDue(life.ticket, community); due !== null; due = nextDue(life.ticket, community)) {
    life = ticked(life, aContext(due));
    heard.push([due, heardBy(life.last.says)]);
  }
  expect(heard).toEqual([
    [clock('10:45'), ['wang ticket.remind']],
    [clock('11:00'), ['he ticket.breach']],
    [clock('12:00'), ['lin ticket.breach', 'chen ticket.breach']],
    [clock('14:30'), ['gao ticket.breach']],
  ]);
});

test('a breach says who was reminded, why this person gets it and what happens next', () => {
  const warned = ticked(reported(), aContext(clock('10:45')));
  const { last } = ticked(warned, aContext(clock('11:00')));
  expect(last).toMatchObject({
    events: [{ kind: 'notified', at: clock('11:00'), step: 'claim.breach.grid-leader', to: ['he'] }],
    says: [
      {
        to: { person: 'he' },
        key: '1.claim.breach.grid-leader',
        choices: ['claim'],
        params: {
          stage: 'claim',
          minutesLate: 0,
          asked: ['wang'],
          role: 'grid-leader',
          nextDue: clock('12:00'),
          nextLevel: 'community',
        },
      },
    ],
  });
});

test('after an outage the highest step is done once, the others are marked, and the next clock runs from now', () => {
  const late = ticked(reported(), aContext(clock('11:30')));
  expect(late.last.events).toEqual([
    { kind: 'skipped', at: clock('11:30'), steps: ['claim.warn'] },
    { kind: 'notified', at: clock('11:30'), step: 'claim.breach.grid-leader', to: ['he'] },
  ]);
  expect(nextDue(late.ticket, community)).toBe(clock('14:00'));
  const muchLater = ticked(reported(), aContext(clock('16:00', 4)));
  expect(muchLater.last.events[0]).toEqual({
    kind: 'skipped',
    at: clock('16:00', 4),
    steps: ['claim.warn', 'claim.breach.grid-leader', 'claim.breach.community'],
  });
  expect(heardBy(muchLater.last.says)).toEqual(['gao ticket.breach']);
});

test('a level that has nobody is passed over: the next one that has people is told, when this one was due', () => {
  const without = aTicketCommunity({ officers: [wang, li, chen, lin, gao] });
  const life = reported(aReport(), aContext(clock('10:00'), { community: without }));
  const warned = ticked(life, aContext(clock('10:45'), { community: without }));
  expect(warned.last.says[0]).toMatchObject({ params: { next: 'community' } });
  const { last } = ticked(warned, aContext(clock('11:00'), { community: without }));
  expect(heardBy(last.says)).toEqual(['lin ticket.breach', 'chen ticket.breach']);
  expect(last.says[0]).toMatchObject({ params: { nextDue: clock('12:00'), nextLevel: 'street' } });
});

test('a leader who is on leave is passed over', () => {
  const from = clock('08:00');
  const leave = { person: 'he', area: 'grid-2', kind: 'absent', from, to: clock('18:00') } as const;
  const away = { ...leave, substitute: null, at: from, by: 'he' };
  const context = { community: aTicketCommunity({ dutyChanges: [away] }) };
  const warned = ticked(reported(aReport(), aContext(clock('10:00'), context)), aContext(clock('10:45'), context));
  expect(heardBy(ticked(warned, aContext(clock('11:00'), context)).last.says)).toEqual([
    'lin ticket.breach',
    'chen ticket.breach',
  ]);
});

test('whoever holds the matter is not told of his own breach as if he were somebody else', () => {
  let life = told(reported(), { kind: 'claim', by: he }, aContext(clock('10:05')));
  life = ticked(life, aContext(nextDue(life.ticket, community) ?? ''));
  expect(heardBy(life.last.says)).toEqual(['he ticket.remind']);
  expect(life.last.says[0]).toMatchObject({ params: { next: 'community' } });
  life = ticked(life, aContext(nextDue(life.ticket, community) ?? ''));
  expect(heardBy(life.last.says)).toEqual(['lin ticket.breach', 'chen ticket.breach']);
});

test('the category is not sure: staff on duty choose; if they don’t, the director, who may choose as well', () => {
  const unsure = reported(aReport({ category: null, options: ['parking', 'drain', 'medical'] }));
  expect(unsure.last.says[1]).toMatchObject({
    to: { person: 'chen' },
    question: true,
    choices: ['category-parking', 'category-drain', 'category-medical'],
    params: { due: clock('10:30') },
  });
  const { last } = ticked(unsure, aContext(clock('10:30')));
  expect(last.says).toMatchObject([
    {
      to: { person: 'lin' },
      choices: ['category-parking', 'category-drain', 'category-medical'],
      params: { asked: ['chen'], stage: 'dispatch' },
    },
  ]);
});

test('an unplaced matter whose category is not sure reaches staff also when nobody is on duty', () => {
  const alone = aContext(clock('22:00'), { community: aTicketCommunity({ duty: [] }) });
  const unsure = reported(aReport({ category: null, options: ['parking'], place: { area: null, words: 'w4' } }), alone);
  expect(heardBy(unsure.last.says)).toEqual(['zhao ticket.received', 'chen ticket.ask-category']);
  expect(unsure.last.says[1]?.holdUntil).toBe(clock('07:00', 1));
});

test('staff choose: the card and the desk follow; what is never shown gets no card in the group', () => {
  const unsure = reported(aReport({ category: null, options: ['parking', 'elder-care'] }));
  const parking = told(unsure, { kind: 'categorise', by: chen, category: 'parking' }, aContext(clock('10:10')));
  expect(heardBy(parking.last.says)).toEqual(['chen ticket.categorised', 'riders send:group', 'wang send:handler']);
  const care = told(unsure, { kind: 'categorise', by: chen, category: 'elder-care' }, aContext(clock('10:10')));
  expect(heardBy(care.last.says)).toEqual(['chen ticket.categorised', 'wang send:handler']);
  expect(
    told(parking, { kind: 'categorise', by: chen, category: 'drain' }, aContext(clock('10:11'))).refusal?.kind,
  ).toBe('state');
});

const unplaced = aReport({ place: { area: null, words: null } });

test('the place is asked, and the answer sends it to the desk of the place', () => {
  const asked = reported(unplaced);
  expect(heardBy(asked.last.says)).toEqual(['riders send:group', 'zhao ticket.ask-place']);
  const placed = told(asked, { kind: 'place', by: zhao, place: { area: 'b6', words: 'w4' } }, aContext(clock('10:05')));
  expect(placed.last.events.map(({ kind }) => kind)).toEqual(['placed', 'dispatched']);
  expect([placed.ticket.handlers, placed.ticket.placeAsked]).toEqual([['wang'], false]);
});

test('the place is never answered: it goes to who is on duty at the dispatch clock; a late answer brings the desk of the place', () => {
  const sent = ticked(reported(unplaced), aContext(clock('10:30')));
  expect(sent.ticket.handlers).toEqual(['chen', 'zhou']);
  expect(heardBy(sent.last.says)).toEqual(['chen send:handler', 'zhou send:handler', 'riders edit:group']);
  const placed = told(sent, { kind: 'place', by: chen, place: { area: 'b6', words: 'w4' } }, aContext(clock('10:50')));
  expect([placed.ticket.handlers, placed.ticket.cycle, placed.ticket.dispatchedAt]).toEqual([
    ['chen', 'zhou', 'wang'],
    2,
    clock('10:50'),
  ]);
  expect(placed.last.says).toContainEqual({
    to: { person: 'wang' },
    key: 'handler.2',
    urgency: 'ordinary',
    card: 'handler',
    mode: 'send',
  });
});

test('before dispatch the deadline for the whole is promised', () => {
  expect(promisedDue(reported(unplaced).ticket, community)).toBe(clock('10:30', 3));
});

test('a pack without a ladder tells nobody but the handler', () => {
  const flat = aTicketCommunity({ policy: Policy.parse({ ladder: [] }) });
  const life = ticked(
    reported(aReport(), aContext(clock('10:00'), { community: flat })),
    aContext(clock('10:45'), { community: flat }),
  );
  expect(nextDue(life.ticket, flat)).toBeNull();
});
