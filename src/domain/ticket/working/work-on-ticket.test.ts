import {
  aContext,
  aReport,
  aTicketCommunity,
  claimed,
  clock,
  gao,
  he,
  heardBy,
  li,
  lin,
  qian,
  reported,
  resolved,
  ticked,
  told,
  wang,
  zhao,
} from '../../../../test/support/a-ticket';
import { editCards, saidState, ticketCard } from '../telling/ticket-card';

const community = aTicketCommunity();
const at = (time: string, daysLater = 0) => aContext(clock(time, daysLater));

test('the first to claim has it: the group’s card changes, and he hears by when', () => {
  const { last, ticket } = claimed();
  expect(last.says).toEqual([
    {
      to: { person: 'wang' },
      key: `claimed.${clock('10:05')}`,
      urgency: 'prompt',
      wording: 'ticket.claimed',
      params: { number: 101, category: 'parking', place: { area: 'b6', words: null }, resolveDue: clock('10:30', 3) },
    },
    { to: { chat: 'riders' }, key: 'group.claimed.1', urgency: 'prompt', card: 'group', mode: 'edit' },
    { to: { person: 'wang' }, key: 'handler.claimed.1', urgency: 'prompt', card: 'handler', mode: 'edit' },
  ]);
  expect([ticket.phase, ticket.claimedBy, ticket.claimedAt]).toEqual(['claimed', 'wang', clock('10:05')]);
});

test('the second to claim is refused and told who was first; claiming twice is claiming once', () => {
  expect(told(claimed(), { kind: 'claim', by: li }, at('10:06')).refusal).toEqual({
    kind: 'already-claimed',
    owner: 'wang',
    at: clock('10:05'),
  });
  const again = told(claimed(), { kind: 'claim', by: wang }, at('10:06'));
  expect([again.last.events, heardBy(again.last.says)]).toEqual([[], ['wang ticket.claimed']]);
  expect(told(reported(), { kind: 'claim', by: qian }, at('10:06')).refusal).toEqual({ kind: 'role', verb: '接' });
});

test('a reporter who sees no card hears in private that it was claimed, at night only in the morning', () => {
  const unseen = reported(aReport({ group: null }));
  const { says } = told(unseen, { kind: 'claim', by: wang }, at('22:00')).last;
  expect(heardBy(says)).toEqual(['wang ticket.claimed', 'wang edit:handler', 'zhao ticket.state']);
  expect(says[2]).toMatchObject({ urgency: 'ordinary', holdUntil: clock('07:00', 1) });
});

test('who has it and says “我负责” or, when it is done, “接” again hears how it stands', () => {
  expect(heardBy(told(claimed(), { kind: 'take-charge', by: wang }, at('10:06')).last.says)).toEqual([
    'wang ticket.claimed',
  ]);
  const done = told(claimed(), { kind: 'resolve', by: wang, words: 'w2', photos: [] }, at('11:00'));
  expect(told(done, { kind: 'claim', by: wang }, at('11:01')).refusal).toEqual({ kind: 'state', verb: '接' });
});

test('done needs words or a photo, and the right person', () => {
  const done = { kind: 'resolve', words: null, photos: [] } as const;
  expect(told(claimed(), { ...done, by: wang }, at('11:00')).refusal).toEqual({ kind: 'needs-words', verb: '办结' });
  expect(told(claimed(), { ...done, by: zhao, words: 'w2' }, at('11:00')).refusal).toEqual({
    kind: 'role',
    verb: '办结',
  });
  expect(told(claimed(), { ...done, by: li, words: 'w2' }, at('11:00')).refusal?.kind).toBe('already-claimed');
  expect(told(claimed(), { ...done, by: he, words: 'w2' }, at('11:00')).ticket.phase).toBe('resolved');
  expect(told(reported(), { ...done, by: li, photos: ['p2'] }, at('11:00')).ticket.claimedBy).toBe('li');
  expect(told(resolved(), { ...done, by: wang, words: 'w2' }, at('12:00')).refusal).toEqual({
    kind: 'state',
    verb: '办结',
  });
});

test('handed over with a reason: the new owner gets a card that is kept up to date, the old one hears of it, the deadline stays', () => {
  const handed = told(claimed(), { kind: 'hand-over', by: he, to: li, words: 'w2' }, at('10:30'));
  expect(heardBy(handed.last.says)).toEqual([
    'he ticket.handed-over',
    'wang ticket.handed-over',
    'li send:handler',
    'riders edit:group',
    'wang edit:handler',
    'li edit:handler',
  ]);
  expect([handed.ticket.claimedBy, handed.ticket.dispatchedAt]).toEqual(['li', clock('10:00')]);
});

test.each([
  [
    { by: wang, to: null, words: 'w2' },
    { kind: 'person-unknown', verb: '转' },
  ],
  [
    { by: wang, to: qian, words: 'w2' },
    { kind: 'person-unknown', verb: '转' },
  ],
  [
    { by: wang, to: li, words: null },
    { kind: 'needs-reason', verb: '转' },
  ],
  [
    { by: li, to: he, words: 'w2' },
    { kind: 'role', verb: '转' },
  ],
  [
    { by: he, to: wang, words: 'w2' },
    { kind: 'already-claimed', owner: 'wang', at: clock('10:05') },
  ],
])('a hand-over is refused with what is missing (%#)', (given, refusal) => {
  expect(told(claimed(), { kind: 'hand-over', ...given }, at('10:30')).refusal).toEqual(refusal);
});

test('a pause needs a reason and an end that is still to come; the reporter hears until when', () => {
  const pause = { kind: 'pause', by: wang, until: clock('10:00', 3), words: 'w2' } as const;
  const waiting = told(claimed(), pause, at('10:30'));
  expect(heardBy(waiting.last.says)).toEqual([
    'wang ticket.waiting',
    'zhao ticket.waiting',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect(told(claimed(), { ...pause, words: null }, at('10:30')).refusal).toEqual({ kind: 'needs-reason', verb: '等' });
  expect(told(claimed(), { ...pause, until: clock('10:00') }, at('10:30')).refusal).toEqual({
    kind: 'state',
    verb: '等',
  });
  expect(told(claimed(), { ...pause, by: li }, at('10:30')).refusal).toEqual({ kind: 'role', verb: '等' });
  const going = told(waiting, { kind: 'resume', by: wang }, at('11:00'));
  expect([going.ticket.phase, going.ticket.pauses]).toEqual([
    'claimed',
    [{ from: clock('10:30'), to: clock('11:00') }],
  ]);
  expect(told(going, { kind: 'resume', by: wang }, at('11:01')).refusal).toEqual({ kind: 'state', verb: '继续' });
});

test('sent back with a reason: every reporter hears it, and the card says so also afterwards', () => {
  const declined = told(
    reported(),
    { kind: 'decline', by: wang, why: 'not-ours', words: 'w2', sentTo: 'w5' },
    at('10:10'),
  );
  expect(heardBy(declined.last.says)).toEqual([
    'zhao ticket.not-ours',
    'wang ticket.not-ours',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect([declined.ticket.phase, declined.ticket.closedFor, saidState(declined.ticket)]).toEqual([
    'archived',
    'not-ours',
    'not-ours',
  ]);
  expect(declined.last.says[2]).toMatchObject({ final: true });
  const refused = told(claimed(), { kind: 'decline', by: wang, why: 'cannot-do', words: 'w2' }, at('10:10'));
  expect(saidState(refused.ticket)).toBe('refused');
});

test.each([
  [reported(), { by: wang, words: null }, { kind: 'needs-reason', verb: '退' }],
  [reported(), { by: zhao, words: 'w2' }, { kind: 'role', verb: '退' }],
  [claimed(), { by: li, words: 'w2' }, { kind: 'already-claimed', owner: 'wang', at: clock('10:05') }],
  [resolved(), { by: wang, words: 'w2' }, { kind: 'state', verb: '退' }],
])('sending back is refused without a reason, a role, or what is another’s (%#)', (life, given, refusal) => {
  expect(told(life, { kind: 'decline', why: 'not-ours', ...given }, at('11:30')).refusal).toEqual(refusal);
});

test('raised: the level above this person that has somebody else hears it', () => {
  const raise = (by: typeof wang) => told(claimed(), { kind: 'raise', by, words: 'w2' }, at('10:30'));
  expect(heardBy(raise(wang).last.says)).toEqual(['he ticket.raised', 'wang ticket.raised-to']);
  expect(heardBy(raise(he).last.says)).toEqual(['lin ticket.raised', 'he ticket.raised-to']);
  expect(heardBy(raise(lin).last.says)).toEqual(['gao ticket.raised', 'lin ticket.raised-to']);
  expect(raise(gao).refusal).toEqual({ kind: 'state', verb: '上报' });
  expect(raise(zhao).refusal).toEqual({ kind: 'role', verb: '上报' });
});

test('a note is kept in the history, from those who may know of it', () => {
  const noted = told(claimed(), { kind: 'note', by: wang, words: 'w2' }, at('10:10'));
  expect(noted.last.events).toEqual([{ kind: 'noted', at: clock('10:10'), by: 'wang', words: 'w2' }]);
  expect(told(claimed(), { kind: 'note', by: wang, words: null }, at('10:10')).refusal).toEqual({
    kind: 'needs-words',
    verb: '留言',
  });
  expect(told(claimed(), { kind: 'note', by: qian, words: 'w2' }, at('10:10')).refusal).toEqual({ kind: 'not-found' });
});

test('a handler’s card offers what he can do now', () => {
  const choices = (life: ReturnType<typeof reported>) =>
    ticketCard(life.ticket, 'handler', community, life.ticket.claimedBy).choices;
  expect([choices(reported()), choices(claimed()), choices(resolved())]).toEqual([
    ['claim', 'decline'],
    ['resolve'],
    [],
  ]);
  expect(editCards(reported(aReport({ group: null })).ticket, 'x')).toHaveLength(1);
});

test('nothing is due any more once it is closed', () => {
  const closed = told(
    reported(),
    { kind: 'decline', by: wang, why: 'not-ours', words: 'w2', sentTo: 'w5' },
    at('10:10'),
  );
  expect(ticked(closed, at('10:00', 30)).last.events).toEqual([]);
});
