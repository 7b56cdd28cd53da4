import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  fridayTen,
  heardBy,
  li,
  qian,
  reported,
  resolved,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { livesOf, settled, ticketIn, toldIn, type Lives } from '../../../../test/support/two-lives';
import { askCallBack } from '../calling-back/ask-call-back';
import { nextDue } from '../clocks/schedule-ticket';
import { stageDue } from '../clocks/stage-clock';
import { saidState, ticketCard } from '../telling/ticket-card';
import type { ReportTicket } from '../reporting/report-ticket';
import { tickTicket } from '../clocks/tick-ticket';

const community = aTicketCommunity();

const second = (given: Partial<ReportTicket> = {}, at = clock('10:10')): Life =>
  reported(
    aReport({ id: 't2', number: 102, by: qian, role: 'resident', words: ['w2'], photos: ['p2'], ...given }),
    aContext(at),
  );

const both = (first: Life = claimed(), other: Life = second()): Lives => livesOf([first.events, other.events]);

const merge = (lives: Lives, by = wang, at = clock('10:20'), from = 't2', into = 't1'): Lives =>
  toldIn(lives, from, { kind: 'merge', by, into, as: 'handler' }, at);
const unmerge = (lives: Lives, by = wang, at = clock('11:20'), id = 't2'): Lives =>
  toldIn(lives, id, { kind: 'unmerge', by }, at);

test('merged: its people, words and photos go along, its clocks stop, and both cards say so', () => {
  const lives = merge(both());
  const [two, one] = [ticketIn(lives, 't2'), ticketIn(lives, 't1')];
  expect([two.phase, two.merged, nextDue(two, community)]).toEqual([
    'merged',
    { into: 't1', number: 101, at: clock('10:20'), by: 'wang', from: 'dispatched' },
    null,
  ]);
  expect(one.reporters.map(({ person, kind }) => [person, kind])).toEqual([
    ['zhao', 'reporter'],
    ['qian', 'reporter'],
  ]);
  expect([one.words, one.photos]).toEqual([
    ['w1', 'w2'],
    ['p1', 'p2'],
  ]);
  expect(heardBy(lives.last.says)).toEqual([
    'wang ticket.merged',
    'qian ticket.merged-yours',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect(heardBy(lives.last.also[0]?.says ?? [])).toEqual(['riders edit:group', 'wang edit:handler']);
  expect(ticketCard(two, 'group', community, null)).toMatchObject({
    params: { state: 'merged', into: 101 },
    choices: [],
  });
  expect(ticketCard(one, 'group', community, null)).toMatchObject({ params: { reporters: 2 } });
  expect(saidState(two)).toBe('merged');
});

test('whoever has the ticket that takes it in gets its words and photos', () => {
  const lives = merge(both(claimed(reported(), li)), wang);
  expect(lives.last.also[0]?.says[0]).toMatchObject({
    to: { person: 'li' },
    wording: 'ticket.absorbed',
    photos: ['p2'],
    params: { number: 101, other: 102, words: ['w2'] },
  });
});

test('the reporter who was asked says yes and joins; one who was not asked cannot', () => {
  const lives = both();
  const yes = { kind: 'merge', by: qian, into: 't1', as: 'reporter' } as const;
  expect(toldIn(lives, 't2', yes, clock('10:12')).refusal).toEqual({ kind: 'not-found' });
  const asked = settled(lives, 't2', {
    events: [{ kind: 'same-asked', at: clock('10:11'), other: 't1', number: 101, to: ['qian'] }],
    says: [],
    postings: [],
    also: [],
    guards: [],
  });
  const joined = toldIn(asked, 't2', yes, clock('10:12'));
  expect(ticketIn(joined, 't2').merged?.by).toBe('qian');
  expect(heardBy(joined.last.says)).toContain('wang ticket.merged');
  expect(joined.last.says[0]).toMatchObject({
    to: { person: 'qian' },
    wording: 'ticket.merged-yours',
    urgency: 'prompt',
  });
  const denied = toldIn(asked, 't2', { kind: 'not-same', by: qian, other: 't1' }, clock('10:12'));
  expect([ticketIn(denied, 't2').phase, heardBy(denied.last.says)]).toEqual(['dispatched', ['qian ticket.apart']]);
  expect(toldIn(asked, 't2', { kind: 'not-same', by: zhao, other: 't1' }, clock('10:12')).refusal?.kind).toBe(
    'not-found',
  );
});

describe('what is not merged, and why', () => {
  const why = (lives: Lives, by = chen, from = 't2', into = 't1') =>
    merge(lives, by, clock('10:20'), from, into).refusal;

  test('into itself', () => {
    expect(why(both(), chen, 't2', 't2')).toEqual({ kind: 'merge', why: 'self', other: 102 });
  });
  test('into one that is done', () => {
    expect(why(both(resolved()))).toEqual({ kind: 'merge', why: 'closed', other: 101 });
  });
  test('one that is done', () => {
    expect(why(both(resolved()), chen, 't1', 't2')).toEqual({ kind: 'state', verb: '并' });
  });
  test('into one that was merged itself, so that no circle comes of it', () => {
    expect(why(merge(both()), chen, 't1', 't2')).toEqual({ kind: 'merge', why: 'merged', other: 102 });
    expect(why(merge(both()))).toEqual({ kind: 'state', verb: '并' });
  });
  test('a matter that is shown in no group with one that is, either way round', () => {
    const lives = both(reported(aReport({ category: 'elder-care' })), second({ category: 'parking' }));
    expect(why(lives, chen, 't1', 't2')).toEqual({ kind: 'merge', why: 'private', other: 102 });
    const same = both(reported(aReport({ category: 'elder-care' })), second({ category: 'elder-care' }));
    expect(why(same)).toBeNull();
  });
  test('a complaint about staff; whom it is closed to hears nothing of it', () => {
    const lives = both(reported(aReport({ category: 'conduct' })), second({ category: 'conduct' }));
    expect(why(lives)).toEqual({ kind: 'not-found' });
    const unsure = both(claimed(), second({ category: null, options: ['parking', 'conduct'], about: ['wang'] }));
    expect(why(unsure)).toEqual({ kind: 'merge', why: 'complaint', other: 101 });
  });
  test('an urgent matter into one that may take longer', () => {
    const lives = both(claimed(), second({ category: 'drain' }));
    expect(why(lives)).toEqual({ kind: 'merge', why: 'urgency', other: 101 });
    expect(why(lives, chen, 't1', 't2')).toBeNull();
  });
  test('a danger in doubt', () => {
    const doubtful = second({ category: 'fire', doubt: { otherwise: 'parking' } });
    expect(why(both(claimed(), doubtful))).toEqual({ kind: 'state', verb: '并' });
  });
  test('by a resident, or by a grid worker what somebody else has', () => {
    expect(why(both(), zhao)).toEqual({ kind: 'role', verb: '并' });
    const taken = both(claimed(), told(second(), { kind: 'claim', by: li }, aContext(clock('10:15'))));
    expect(why(taken, wang)).toEqual({ kind: 'already-claimed', owner: 'li', at: clock('10:15') });
    expect(why(taken, chen)).toBeNull();
  });
});

describe('taken apart', () => {
  test('each has its own people, words and photos again, and goes on where it was', () => {
    const lives = unmerge(merge(both()));
    expect(lives.refusal).toBeNull();
    const [two, one] = [ticketIn(lives, 't2'), ticketIn(lives, 't1')];
    expect(one).toEqual(claimed().ticket);
    expect([two.phase, two.merged, two.reporters.map(({ person }) => person)]).toEqual(['dispatched', null, ['qian']]);
    expect(heardBy(lives.last.says)).toEqual([
      'wang ticket.unmerged',
      'qian ticket.unmerged',
      'riders edit:group',
      'wang edit:handler',
    ]);
  });

  test('the time in between is a pause of its clocks', () => {
    const before = stageDue(second().ticket, community, 'claim');
    const lives = unmerge(merge(both()));
    const two = ticketIn(lives, 't2');
    expect(before).toBe(clock('11:10'));
    // Fifty of its sixty minutes are left at 11:20; lunch from 12:00 to 13:30 is none of them.
    expect(stageDue(two, community, 'claim')).toBe(clock('13:40'));
    expect(two.pauses).toEqual([{ from: clock('10:20'), to: clock('11:20') }]);
    expect(tickTicket(two, aContext(clock('11:21'))).events).toEqual([]);
  });

  test('what was waiting waits on, and what was to end meanwhile ends now', () => {
    const waiting = told(
      told(second(), { kind: 'claim', by: wang }, aContext(clock('10:12'))),
      { kind: 'pause', by: wang, until: clock('11:00'), words: 'w3' },
      aContext(clock('10:15')),
    );
    const apart = ticketIn(unmerge(merge(both(claimed(), waiting))), 't2');
    expect([apart.phase, apart.waiting, apart.pauses]).toEqual([
      'waiting',
      { since: clock('10:15'), until: clock('11:00') },
      [],
    ]);
    expect(nextDue(apart, community)).toBe(clock('11:00'));
    const resumed = settled(livesOf([waiting.events]), 't2', tickTicket(apart, aContext(clock('11:20'))));
    expect(resumed.last.events[0]).toMatchObject({ kind: 'waiting-ended' });
  });

  test('a danger is alarmed again at once', () => {
    const fires = both(
      reported(aReport({ category: 'fire' })),
      second({ category: 'fire', place: { area: 'b5', words: null } }),
    );
    const merged = merge(fires, chen, clock('10:12'));
    expect(nextDue(ticketIn(merged, 't2'), community)).toBeNull();
    const apart = ticketIn(unmerge(merged, chen, clock('10:20')), 't2');
    expect((nextDue(apart, community) ?? '') <= clock('10:20')).toBe(true);
  });

  test('who spoke of both stays with both; who said it of the other meanwhile does too', () => {
    const meToo = told(
      claimed(),
      { kind: 'join', by: qian, role: 'resident', group: 'riders', as: 'me-too', words: [], photos: [] },
      aContext(clock('10:11')),
    );
    const merged = merge(both(meToo));
    expect(ticketIn(merged, 't1').reporters.map(({ person, kind }) => [person, kind])).toEqual([
      ['zhao', 'reporter'],
      ['qian', 'reporter'],
    ]);
    const apart = unmerge(merged);
    expect(ticketIn(apart, 't1').reporters.map(({ person, kind }) => [person, kind])).toEqual([
      ['zhao', 'reporter'],
      ['qian', 'me-too'],
    ]);
    const later = toldIn(
      merge(both()),
      't1',
      { kind: 'join', by: qian, role: 'resident', group: 'riders', as: 'me-too', words: [], photos: [] },
      clock('10:30'),
    );
    expect(ticketIn(unmerge(later), 't1').reporters.map(({ person }) => person)).toEqual(['zhao', 'qian']);
  });

  test('not when the other is over, nor before that one is taken apart itself, nor by somebody else’s reporter', () => {
    const merged = merge(both());
    const done = ['resolve', 'answer'].reduce(
      (lives, kind) =>
        kind === 'resolve'
          ? toldIn(lives, 't1', { kind: 'resolve', by: wang, words: 'w9', photos: [] }, clock('10:40'))
          : toldIn(lives, 't1', { kind: 'answer', by: zhao, answer: 'solved-satisfied' }, clock('10:50')),
      merged,
    );
    expect(ticketIn(done, 't1').phase).toBe('archived');
    expect(unmerge(done).refusal).toEqual({ kind: 'merge', why: 'over', other: 101 });
    const third = reported(aReport({ id: 't0', number: 100 }), aContext(fridayTen));
    const chain = merge(livesOf([third.events, ...[...merged.events.values()]]), chen, clock('10:30'), 't1', 't0');
    expect(ticketIn(chain, 't0').reporters.map(({ person }) => person)).toEqual(['zhao', 'qian']);
    expect(unmerge(chain).refusal).toEqual({ kind: 'merge', why: 'further', other: 101 });
    expect(ticketIn(unmerge(unmerge(chain, chen, clock('11:00'), 't1')), 't1')).toMatchObject({ absorbed: [] });
    expect(unmerge(merged, zhao).refusal).toEqual({ kind: 'role', verb: '拆开' });
    expect(unmerge(both()).refusal).toEqual({ kind: 'state', verb: '拆开' });
  });
});

test('in the call-back everybody who reported is asked in the own words; "me too" hears only the end', () => {
  const joined = told(
    second(),
    { kind: 'join', by: li, role: 'resident', group: 'riders', as: 'me-too', words: [], photos: [] },
    aContext(clock('10:15')),
  );
  const merged = merge(both(claimed(), joined));
  const done = toldIn(merged, 't1', { kind: 'resolve', by: wang, words: 'w9', photos: [] }, clock('10:40'));
  const asked = done.last.says.filter((say) => say.card === undefined && say.wording === 'ticket.call-back');
  expect(asked.map((say) => ['person' in say.to && say.to.person, 'params' in say && say.params])).toEqual([
    ['zhao', expect.objectContaining({ summary: ['w1'] })],
    ['qian', expect.objectContaining({ summary: ['w2'] })],
  ]);
  expect(askCallBack(ticketIn(done, 't1'), 2, aContext(clock('14:00'))).says).toHaveLength(2);
  const closed = toldIn(done, 't1', { kind: 'answer', by: qian, answer: 'solved-satisfied' }, clock('10:50'));
  expect(heardBy(closed.last.says)).toEqual([
    'zhao ticket.closed-by-other',
    'qian ticket.thanks',
    'li ticket.closed-notice',
    'riders edit:group',
    'wang edit:handler',
  ]);
});
