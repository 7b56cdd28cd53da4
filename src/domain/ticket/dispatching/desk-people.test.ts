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
  qian,
  reported,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { aPerson } from '../../../../test/support/a-community';
import { mayKnow } from '../working/handler-roles';
import { nextDue } from '../clocks/schedule-ticket';

const community = aTicketCommunity();
const at = (time: string) => aContext(clock(time));
const nowhere = { area: null, words: null };
const complaint = aReport({ by: qian, role: 'resident', group: null, category: 'conduct', place: nowhere });
const aboutWang = { ...complaint, about: ['wang'] };
const aboutLin = { ...complaint, about: ['lin'] };

/** Everybody to whom anything is ever said of it, up to the top of the ladder. */
const everHeard = (life: Life): ReadonlySet<string> => {
  let after = life;
  for (let due = nextDue(after.ticket, community); due; due = nextDue(after.ticket, community))
    after = ticked(after, aContext(due));
  return new Set(after.says.map((say) => ('person' in say.to ? say.to.person : say.to.chat)));
};

test('a complaint about staff goes to the directors at once, without a place, past the grids and past the group', () => {
  const { ticket, last } = reported({ ...aboutWang, group: 'riders', place: { area: 'b6', words: null } });
  expect([ticket.handlers, ticket.desk, ticket.cardGroup]).toEqual([['lin'], 'home', null]);
  expect(heardBy(last.says)).toEqual(['lin send:handler', 'qian ticket.received']);
  expect(reported(aboutWang).ticket).toMatchObject({ phase: 'dispatched', placeAsked: false });
});

test('a complaint about the director goes to the street office, and is told to be with it', () => {
  const { ticket } = reported(aboutLin);
  expect([ticket.handlers, ticket.desk]).toEqual([['gao'], 'street']);
});

test('whatever time passes, nobody complained of and no grid hears of it', () => {
  expect(everHeard(reported(aboutWang))).toEqual(new Set(['lin', 'qian', 'gao']));
  expect(everHeard(reported(aboutLin))).toEqual(new Set(['gao', 'qian']));
});

test('the number is nothing to anybody else: not to know, to claim, to note, to send back', () => {
  const life = reported(aboutLin);
  for (const by of [wang, li, he, chen, lin]) {
    expect(mayKnow(life.ticket, by, community)).toBe(false);
    for (const command of [
      { kind: 'claim', by },
      { kind: 'note', by, words: 'w2' },
      { kind: 'decline', by, why: 'not-ours', words: 'w2' },
      { kind: 'resolve', by, words: 'w2', photos: [] },
      { kind: 'raise', by, words: null },
    ] as const)
      expect(told(life, command, at('10:05')).refusal).toEqual({ kind: 'not-found' });
  }
  expect([gao, qian].map((by) => mayKnow(life.ticket, by, community))).toEqual([true, true]);
});

test('its handler may hand it to a colleague, who then knows of it, but not to whom it complains of', () => {
  const taken = told(reported(aboutWang), { kind: 'claim', by: lin }, at('10:05'));
  const handOver = (to: typeof wang) => told(taken, { kind: 'hand-over', by: lin, to, words: 'w2' }, at('10:06'));
  expect(handOver(wang).refusal).toEqual({ kind: 'person-unknown', verb: '转' });
  expect(handOver(chen).ticket.claimedBy).toBe('chen');
  expect(mayKnow(handOver(chen).ticket, chen, community)).toBe(true);
});

test('in doubt who is meant by it, those named do not choose the category; chosen, it goes past the grids', () => {
  const unsure = reported({ ...aboutWang, category: null, options: ['conduct', 'parking'], about: ['chen'] });
  expect(heardBy(unsure.last.says)).not.toContain('chen ticket.ask-category');
  expect(heardBy(unsure.last.says)).toContain('lin ticket.ask-category');
  const choose = { kind: 'categorise', category: 'conduct' } as const;
  expect(told(unsure, { ...choose, by: chen }, at('10:05')).refusal).toEqual({ kind: 'not-found' });
  expect(told(unsure, { ...choose, by: lin }, at('10:05')).ticket).toMatchObject({
    phase: 'dispatched',
    handlers: ['lin'],
  });
});

test('a name in any other report keeps nobody away', () => {
  const parking = reported(aReport({ about: ['wang'] }));
  expect(parking.ticket.handlers).toContain('wang');
  expect(mayKnow(parking.ticket, wang, community)).toBe(true);
});

test('where every director is complained of, colleagues who are not get it: never nobody', () => {
  const small = aTicketCommunity({ officers: [lin, chen, aPerson('wang', ['grid-worker@grid-2'])] });
  const life = reported(aboutLin, aContext(clock('10:00'), { community: small }));
  expect(life.ticket.handlers).toEqual(['chen', 'wang']);
});

test('what the reporter adds names the director: others get it, with fresh clocks, and the director hears no more', () => {
  const taken = told(reported(aboutWang), { kind: 'claim', by: lin }, at('10:05'));
  const more = { kind: 'supplement', by: qian, words: ['w5'], photos: [], quietly: false } as const;
  const named = told(taken, more, { ...at('10:10'), named: ['lin'] });
  expect(named.ticket).toMatchObject({
    phase: 'dispatched',
    handlers: ['gao'],
    claimedBy: null,
    about: ['wang', 'lin'],
  });
  expect(heardBy(named.last.says)).toEqual([
    'gao send:handler',
    'qian ticket.supplemented',
    'gao edit:handler',
    'gao ticket.added',
  ]);
  expect(mayKnow(named.ticket, lin, community)).toBe(false);
  expect(told(taken, { kind: 'note', by: lin, words: 'w6' }, { ...at('10:10'), named: ['lin'] }).ticket.about).toEqual([
    'wang',
  ]);
});

test('a name added to any other matter changes nothing in it', () => {
  const more = { kind: 'supplement', by: zhao, words: ['w5'], photos: [], quietly: false } as const;
  expect(told(reported(), more, { ...at('10:10'), named: ['wang'] }).last.events.map(({ kind }) => kind)).toEqual([
    'supplemented',
  ]);
});

test('two complaints at one place stay two', () => {
  expect(reported({ ...aboutWang, place: { area: 'b6', words: null } }).last.guards).toEqual([]);
});
