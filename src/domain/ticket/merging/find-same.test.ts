import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  heardBy,
  qian,
  reported,
  resolved,
  told,
  wang,
} from '../../../../test/support/a-ticket';
import type { ReportTicket } from '../reporting/report-ticket';
import type { Ticket } from '../ticket';
import { askSame } from './ask-same';
import { findSame, type PhotoFacts } from './find-same';

const community = aTicketCommunity();
const nothingKnown: PhotoFacts = new Map();

const second = (given: Partial<ReportTicket> = {}, at = clock('10:10')): Ticket =>
  reported(
    aReport({ id: 't2', number: 102, by: qian, role: 'resident', words: ['w2'], photos: ['p2'], ...given }),
    aContext(at),
  ).ticket;

const found = (ticket: Ticket, other: Ticket, facts: PhotoFacts = nothingKnown) => {
  const same = findSame(ticket, [other], facts, community);
  return same && [same.other.number, same.alike];
};

const b1 = { place: { area: 'b1', words: null } };
const picture = (
  hash: string | null,
  place: { lat: number; lng: number } | null = null,
  digest: string | null = null,
) => ({
  hash,
  digest,
  place,
});
const photos = (one: ReturnType<typeof picture>, two: ReturnType<typeof picture>): PhotoFacts =>
  new Map([
    ['p1', one],
    ['p2', two],
  ]);

test('near in place: the same building, or one within the other; not two buildings, and not two communities', () => {
  expect(found(second(), claimed().ticket)).toEqual([101, false]);
  expect(found(second({ place: { area: 'b6u2', words: null } }), claimed().ticket)).toEqual([101, false]);
  expect(found(second({ place: { area: 'grid-2', words: null } }), claimed().ticket)).toEqual([101, false]);
  expect(found(second({ place: { area: 'home', words: null } }), claimed().ticket)).toBeNull();
  expect(found(second(b1), claimed().ticket)).toBeNull();
});

test('near in time: a day, to the minute', () => {
  expect(found(second({}, clock('10:00', 1)), claimed().ticket)).toEqual([101, false]);
  expect(found(second({}, clock('10:01', 1)), claimed().ticket)).toBeNull();
});

test('a look-alike photo of any place, within a week; another photo says nothing', () => {
  const alike = photos(picture('00000000000000ff'), picture('0000000000000000'));
  expect(found(second(b1), claimed().ticket, alike)).toEqual([101, true]);
  expect(found(second(b1, clock('10:00', 7)), claimed().ticket, alike)).toEqual([101, true]);
  expect(found(second(b1, clock('10:01', 7)), claimed().ticket, alike)).toBeNull();
  expect(
    found(second(b1), claimed().ticket, photos(picture('0000000000000fff'), picture('0000000000000000'))),
  ).toBeNull();
});

test('places that the photos carry: 150 metres', () => {
  const gate = { lat: 31.4, lng: 121.45 };
  const apart = (metres: number) =>
    photos(picture(null, gate), picture(null, { ...gate, lat: gate.lat + metres / 111_195 }));
  expect(found(second(b1), claimed().ticket, apart(149))).toEqual([101, false]);
  expect(found(second(b1), claimed().ticket, apart(151))).toBeNull();
});

test('one file of a dark picture shows nothing of two places, and something of one', () => {
  const dark = photos(picture(null, null, 'd'), picture(null, null, 'd'));
  expect(found(second(b1), claimed().ticket, dark)).toBeNull();
  expect(found(second({ place: { area: null, words: 'w4' } }), claimed().ticket, dark)).toEqual([101, true]);
  // While its reporter is asked where it is, nothing else is asked.
  expect(found(second({ place: { area: null, words: null } }), claimed().ticket, dark)).toBeNull();
});

test('of these nobody is asked: a danger, a doubt, what is done, another category, a later one, and once is enough', () => {
  const first = claimed().ticket;
  const fire = reported(aReport({ category: 'fire' })).ticket;
  expect(found(second({ category: 'fire' }), fire)).toBeNull();
  expect(found(second({ category: 'fire', doubt: { otherwise: 'parking' } }), first)).toBeNull();
  expect(found(second(), resolved().ticket)).toBeNull();
  expect(found(second({ category: 'elder-care' }), first)).toBeNull();
  expect(found(first, second())).toBeNull();
  expect(found({ ...second(), offered: 't1' }, first)).toBeNull();
  const conduct = reported(aReport({ category: 'conduct' })).ticket;
  expect(found(second({ category: 'conduct' }), conduct)).toBeNull();
});

describe('who is asked', () => {
  const ask = (other: Ticket, ticket = second(), at = clock('10:11')) =>
    askSame(ticket, { other, alike: true }, aContext(at));

  test('the reporter at once, with the other’s photo, its place no nearer than the area; and whoever has it', () => {
    const { events, says } = ask({ ...claimed().ticket, place: { area: 'b6', words: 'w7' } });
    expect(heardBy(says)).toEqual(['qian ticket.same-ask', 'wang ticket.same-hint']);
    expect(says[0]).toMatchObject({
      urgency: 'prompt',
      question: true,
      choices: ['yes', 'no'],
      photos: ['p1'],
      params: { number: 102, other: { number: 101, place: { area: 'b6', words: null } }, words: ['w1'] },
    });
    expect(events).toEqual([
      { kind: 'same-asked', at: clock('10:11'), other: 't1', number: 101, to: ['qian', 'wang'] },
    ]);
  });

  test('at night only who has just spoken', () => {
    const late = second({}, clock('22:00'));
    const { says } = ask(claimed().ticket, late, clock('22:01'));
    expect(says.map(({ holdUntil }) => holdUntil ?? null)).toEqual([null, clock('07:00', 1)]);
    expect(ask(claimed().ticket, late, clock('22:30')).says[0]?.holdUntil).toBe(clock('07:00', 1));
  });

  test('only whoever handles it, when the other was reported in private', () => {
    const inPrivate = told(reported(aReport({ group: null })), { kind: 'claim', by: wang }, aContext(clock('10:05')));
    expect(heardBy(ask(inPrivate.ticket).says)).toEqual(['wang ticket.same-hint']);
    const taken = told(
      reported(aReport({ id: 't2', number: 102, by: qian })),
      { kind: 'claim', by: chen },
      aContext(clock('10:05')),
    );
    expect(heardBy(ask(inPrivate.ticket, taken.ticket).says)).toEqual(['chen ticket.same-hint']);
  });
});
