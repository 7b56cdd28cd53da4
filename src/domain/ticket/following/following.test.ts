import {
  aContext,
  aReport,
  claimed,
  clock,
  fridayTen,
  heardBy,
  he,
  li,
  qian,
  reported,
  resolved,
  ticked,
  told,
  wang,
  zhao,
} from '../../../../test/support/a-ticket';

const at = (time: string) => aContext(clock(time));
const followed = told(reported(), { kind: 'follow', by: qian }, at('10:01'));

test('whoever follows hears each step once, as the public page shows it', () => {
  expect(followed.ticket.followers).toEqual(['qian']);
  expect(heardBy(followed.last.says)).toEqual(['qian ticket.followed']);
  const after = claimed(followed);
  const news = after.last.says.filter((say) => say.card === undefined && say.wording === 'ticket.follow-news');
  expect(news).toEqual([
    {
      to: { person: 'qian' },
      key: `follow-news.claimed.${clock('10:05')}`,
      urgency: 'ordinary',
      wording: 'ticket.follow-news',
      params: {
        number: 101,
        category: 'parking',
        place: { area: 'b6', words: null },
        state: 'claimed',
        open: true,
        desk: 'grid-2',
        due: expect.any(String) as string,
      },
    },
  ]);
  // Words for whoever works on it are no step.
  const noted = told(after, { kind: 'note', by: wang, words: 'w5' }, at('10:10'));
  expect(heardBy(noted.last.says)).not.toContain('qian ticket.follow-news');
});

test('followed twice is followed once, and nothing else of the ticket changes', () => {
  const again = told(followed, { kind: 'follow', by: qian }, at('10:02'));
  expect([again.last.events, heardBy(again.last.says)]).toEqual([[], ['qian ticket.followed']]);
  expect({ ...followed.ticket, followers: [] }).toEqual(reported().ticket);
});

test('whoever reported it, or just did it, has messages of their own', () => {
  expect(heardBy(told(reported(), { kind: 'follow', by: zhao }, at('10:01')).last.says)).toEqual([
    'zhao ticket.follow-own',
  ]);
  const own = told(reported(), { kind: 'follow', by: wang }, at('10:01'));
  expect(heardBy(claimed(own).last.says)).not.toContain('wang ticket.follow-news');
});

test('at the end whoever also said “me too” hears one message, and others one as well', () => {
  const joins = { kind: 'join', by: qian, role: 'resident', group: null, as: 'me-too', words: [], photos: [] } as const;
  const both = told(told(followed, joins, at('10:02')), { kind: 'follow', by: li }, at('10:03'));
  const done = told(resolved(claimed(both)), { kind: 'answer', by: zhao, answer: 'solved-satisfied' }, at('11:30'));
  const ofQian = heardBy(done.last.says).filter((line) => line.startsWith('qian'));
  expect(ofQian).toEqual(['qian ticket.closed-notice']);
  expect(heardBy(done.last.says).filter((line) => line.startsWith('li '))).toEqual(['li ticket.follow-news']);
});

test.each(['elder-care', 'fire', 'conduct', 'medical'])('what is not public (%s) is not found', (category) => {
  const private_ = reported(aReport({ category }));
  expect(told(private_, { kind: 'follow', by: qian }, at('10:01')).refusal).toEqual({ kind: 'not-found' });
});

test('what becomes private goes silent; it can still be let go', () => {
  const place = { area: 'b6', words: null };
  const words = { kind: 'correct', by: zhao, words: ['w7'], category: 'elder-care', place } as const;
  const moved = told(followed, words, at('10:02'));
  expect(moved.ticket.category).toBe('elder-care');
  expect(heardBy(moved.says).filter((line) => line === 'qian ticket.follow-news')).toEqual([]);
  expect(heardBy(claimed(moved, he).says).filter((line) => line === 'qian ticket.follow-news')).toEqual([]);
  expect(told(moved, { kind: 'unfollow', by: qian }, at('10:06')).ticket.followers).toEqual([]);
});

test('what is withdrawn says so, and a matter that is over takes no new followers', () => {
  const over = told(followed, { kind: 'withdraw', by: zhao }, at('10:03'));
  expect(heardBy(over.last.says)).toContain('qian ticket.follow-news');
  expect(told(over, { kind: 'follow', by: li }, at('10:04')).refusal).not.toBeNull();
});

test('time tells them, too: at night it waits for the morning', () => {
  const waits = told(claimed(followed), { kind: 'pause', by: wang, until: clock('22:00'), words: 'w3' }, at('10:30'));
  const resumed = ticked(waits, aContext(clock('22:00')));
  const news = resumed.last.says.find((say) => say.card === undefined && say.wording === 'ticket.follow-news');
  expect(news?.holdUntil).toBe(clock('07:00', 1));
});

test('merged: they go along, and come back when the two are taken apart, save who stopped meanwhile', () => {
  const other = reported(aReport({ id: 't2', number: 102, by: qian }), aContext(fridayTen));
  const two = told(followed, { kind: 'follow', by: li }, at('10:01'));
  const merge = { kind: 'merge', by: he, into: 't2', as: 'handler' } as const;
  const merged = told(two, merge, { ...at('10:10'), other: { ticket: other.ticket, version: 1 } });
  expect(heardBy(merged.last.says)).toEqual(expect.arrayContaining(['li ticket.follow-news']));
  const into = merged.last.also[0]?.state as typeof other.ticket;
  expect(into.followers).toEqual(['qian', 'li']);
  const left = told({ ...other, ticket: into }, { kind: 'unfollow', by: li }, at('10:20'));
  expect(left.ticket.followers).toEqual(['qian']);
  const apart = told(
    merged,
    { kind: 'unmerge', by: he },
    { ...at('10:30'), other: { ticket: left.ticket, version: 3 } },
  );
  expect(apart.ticket.followers).toEqual(['qian']);
  expect((apart.last.also[0]?.state as typeof other.ticket).followers).toEqual([]);
});
