import { aPerson } from '../../../../test/support/a-community';
import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  he,
  heardBy,
  lin,
  reported,
  ticked,
  told,
  wang,
  type Life,
} from '../../../../test/support/a-ticket';
import type { TicketContext } from '../ticket-context';
import { scheduleTicket } from '../clocks/schedule-ticket';
import { mayKnow } from '../working/handler-roles';

/** Of the branch, without an office. */
const sun = aPerson('sun');
const three = clock('15:00');

const base = aTicketCommunity();
const community = aTicketCommunity({
  desks: [
    ...base.desks,
    { id: 'owners', kind: 'owners-committee', name: '业委会', aliases: [], area: 'home', people: ['huang'] },
  ],
});
const at = (now: string): TicketContext => aContext(now, { community });

const convened = (life: Life = claimed(), by = sun, now = clock('10:30')): Life =>
  told(life, { kind: 'convene', by, from: three, words: 'w5', desks: [] }, at(now));
const minutes = (life: Life, result: 'solved' | 'up' | null, now = clock('16:00'), by = sun): Life =>
  told(life, { kind: 'minutes', by, words: 'w6', photos: ['p6'], result }, at(now));

describe('召集', () => {
  test('asks the owners’ committee, the property firm and whoever has it', () => {
    const { last, ticket } = convened();
    expect(last.events).toEqual([
      {
        kind: 'convened',
        at: clock('10:30'),
        by: 'sun',
        desk: 'branch-2',
        from: three,
        words: 'w5',
        desks: ['owners', 'property'],
        to: ['huang', 'ding', 'luo', 'wang'],
      },
    ]);
    expect(heardBy(last.says)).toEqual([
      'sun ticket.convened',
      'huang ticket.meeting',
      'ding ticket.meeting',
      'luo ticket.meeting',
      'wang ticket.meeting',
    ]);
    for (const person of ['huang', 'sun']) expect(mayKnow(ticket, aPerson(person), community)).toBe(true);
    expect(mayKnow(ticket, aPerson('tao'), community)).toBe(false);
  });

  test('pressed twice it is answered; later it is moved, and everybody hears so', () => {
    const again = convened(convened(), sun, clock('10:31'));
    expect([again.last.events, heardBy(again.last.says)]).toEqual([[], ['sun ticket.convened']]);
    expect(convened(convened(), sun, clock('11:00')).last.says).toHaveLength(5);
  });

  test('the deadline is named where it comes before the meeting', () => {
    const late = told(
      claimed(),
      { kind: 'convene', by: sun, from: clock('15:00', 5), words: 'w5', desks: ['property'] },
      at(clock('10:30')),
    );
    expect(late.last.says[0]).toMatchObject({ params: { due: clock('10:30', 3), desks: ['property'] } });
    expect(convened().last.says[0]).toMatchObject({ params: { due: null } });
  });

  test('is the branch’s alone, with an hour to come and a place, about what neighbours may know', () => {
    for (const by of [wang, chen, lin])
      expect(convened(claimed(), by).refusal).toEqual({ kind: 'meeting', why: 'branch' });
    const given = { kind: 'convene', by: he, from: three, words: 'w5', desks: [] } as const;
    const why = (life: Life, command: Parameters<typeof told>[1]): unknown =>
      told(life, command, at(clock('10:30'))).refusal;
    expect(why(claimed(), { ...given, from: null })).toEqual({ kind: 'meeting', why: 'time' });
    expect(why(claimed(), { ...given, from: clock('10:00') })).toEqual({ kind: 'meeting', why: 'time' });
    expect(why(claimed(), { ...given, words: null })).toEqual({ kind: 'meeting', why: 'place' });
    expect(why(claimed(), { ...given, desks: ['branch-2'], by: sun })).toBeNull();
    expect(why(reported(aReport({ category: 'elder-care' })), given)).toEqual({ kind: 'meeting', why: 'private' });
    expect(why(reported(aReport({ category: 'fire' })), given)).toEqual({ kind: 'state', verb: '召集' });
    expect(minutes(claimed(), 'solved').refusal).toEqual({ kind: 'meeting', why: 'none' });
  });
});

describe('time', () => {
  const ofMeeting = ({ ticket }: Life): readonly (readonly [string, string])[] =>
    scheduleTicket(ticket, community)
      .filter(({ kind }) => kind === 'meeting' || kind === 'minutes')
      .map(({ kind, at: when }) => [kind, when]);

  test('reminds everybody once, and asks the branch for the minutes once, whatever cycle began between', () => {
    expect(ofMeeting(convened())).toEqual([
      ['meeting', clock('13:00')],
      ['minutes', clock('17:00')],
    ]);
    const reminded = ticked(convened(), at(clock('13:00')));
    expect(heardBy(reminded.last.says).filter((heard) => heard.includes('meeting'))).toEqual([
      'huang ticket.meeting-remind',
      'ding ticket.meeting-remind',
      'luo ticket.meeting-remind',
      'wang ticket.meeting-remind',
      'sun ticket.meeting-remind',
    ]);
    const given = told(
      reminded,
      { kind: 'hand-over', by: wang, to: null, desk: 'property', words: 'w2' },
      at(clock('13:30')),
    );
    expect(ofMeeting(given)).toEqual([['minutes', clock('17:00')]]);
    expect(ofMeeting(ticked(given, at(clock('17:00'))))).toEqual([]);
  });

  test('after an outage over the meeting only the minutes are asked for', () => {
    const late = ticked(convened(), at(clock('18:00')));
    expect(heardBy(late.last.says).filter((heard) => /meeting|minutes/.test(heard))).toEqual([
      'sun ticket.minutes-ask',
    ]);
    expect(ofMeeting(late)).toEqual([]);
  });

  test('nobody need come when the matter is over before', () => {
    const done = told(convened(), { kind: 'resolve', by: wang, words: 'w9', photos: [] }, at(clock('11:00')));
    const off = ticked(done, at(clock('13:00')));
    expect(heardBy(off.last.says)).toContain('ding ticket.meeting-off');
    expect(ofMeeting(off)).toEqual([]);
  });
});

describe('纪要', () => {
  test('solved: it is done, by the branch and so within the grid', () => {
    const { ticket, last } = minutes(convened(), 'solved');
    expect(last.events.slice(0, 2)).toEqual([
      { kind: 'minutes-taken', at: clock('16:00'), by: 'sun', words: 'w6', photos: ['p6'], result: 'solved' },
      { kind: 'resolved', at: clock('16:00'), by: 'sun', words: 'w6', photos: [], level: 'branch' },
    ]);
    expect([ticket.settledAt, ticket.claimedBy]).toEqual(['branch', 'wang']);
  });

  test('what the community had in hand is not the grid’s by a meeting', () => {
    const staff = told(claimed(), { kind: 'hand-over', by: wang, to: chen, words: 'w2' }, at(clock('10:10')));
    expect(minutes(convened(staff), 'solved').ticket.settledAt).toBe('community');
  });

  test('not solved: the community hears it with the minutes, and may take it', () => {
    const up = minutes(convened(), 'up');
    expect(heardBy(up.last.says)).toEqual(['lin ticket.minutes-up', 'chen ticket.minutes-up', 'sun ticket.raised-to']);
    expect(up.ticket.phase).toBe('claimed');
    expect(told(up, { kind: 'claim', by: lin }, at(clock('16:05'))).ticket.claimedBy).toBe('lin');
  });

  test('without a result it is asked for; when the matter is over they are kept and change nothing', () => {
    expect(minutes(convened(), null).refusal).toEqual({ kind: 'meeting', why: 'result' });
    const done = told(convened(), { kind: 'resolve', by: wang, words: 'w9', photos: [] }, at(clock('11:00')));
    const late = minutes(done, 'up');
    expect(late.last.events).toMatchObject([{ kind: 'minutes-taken', result: null }]);
    expect(late.ticket.phase).toBe(done.ticket.phase);
    const twice = minutes(minutes(convened(), 'solved'), 'solved', clock('16:01'));
    expect(twice.last.events).toMatchObject([{ kind: 'minutes-taken', result: null }]);
    expect(twice.ticket.meeting?.minutes?.result).toBe('solved');
  });
});

test('who was invited and leaves a word has said it to whoever convened', () => {
  const said = told(convened(), { kind: 'note', by: aPerson('huang'), words: 'w7' }, at(clock('11:00')));
  expect(heardBy(said.last.says)).toEqual(['huang ticket.noted', 'sun ticket.meeting-word']);
});
