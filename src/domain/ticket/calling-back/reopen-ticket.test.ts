import { answers, passed } from '../../../../test/support/a-call-back';
import { aContext, clock, he, heardBy, resolved, told, zhao } from '../../../../test/support/a-ticket';

test('“not solved” opens a new cycle with fresh clocks, keeps count and tells the handler', () => {
  const { ticket, last } = answers(resolved(), 'not-solved', clock('14:00'));
  expect(last.events.map(({ kind }) => kind)).toEqual(['call-back-answered', 'reopened']);
  expect(heardBy(last.says)).toEqual([
    'wang ticket.reopened',
    'zhao ticket.reopened-thanks',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect([ticket.phase, ticket.cycle, ticket.reopenings, ticket.claimedBy]).toEqual(['claimed', 2, 1, 'wang']);
  expect([ticket.solved, ticket.callBack, ticket.notices, ticket.dispatchedAt]).toEqual([
    null,
    null,
    [],
    clock('14:00'),
  ]);
});

test('a second “not solved” is no second reopening', () => {
  const again = answers(answers(resolved(), 'not-solved', clock('14:00')), 'not-solved', clock('14:01'));
  expect(again.refusal).toEqual({ kind: 'not-asked' });
});

test('after a reopening it is asked anew, closed, and paid once; “not solved” later still reopens and never pays again', () => {
  const twice = passed(resolved(answers(resolved(), 'not-solved', clock('14:00')), clock('15:00')));
  expect(twice.last.says.at(-1)?.key).toBe('call-back.2.1');
  const closed = answers(twice, 'solved-satisfied', clock('15:30'));
  const reopened = answers(closed, 'not-solved', clock('09:00', 1));
  expect([reopened.ticket.phase, reopened.ticket.cycle, reopened.ticket.reopenings]).toEqual(['claimed', 3, 2]);
  const end = answers(
    passed(resolved(reopened, clock('10:00', 1)), clock('10:30', 1)),
    'solved-satisfied',
    clock('14:00', 1),
  );
  expect(end.decisions.flatMap(({ postings }) => postings)).toHaveLength(1);
  expect(
    end.last.says.some((say) => say.card === undefined && say.wording === 'ticket.thanks' && say.params.points === 0),
  ).toBe(true);
});

test('an answer to the question of an earlier cycle is no answer any more', () => {
  const twice = passed(resolved(answers(resolved(), 'not-solved', clock('14:00')), clock('15:00')));
  const old = told(twice, { kind: 'answer', by: zhao, answer: 'solved-satisfied', cycle: 1 }, aContext(clock('15:30')));
  expect(old.refusal).toEqual({ kind: 'not-asked' });
  const now = told(twice, { kind: 'answer', by: zhao, answer: 'solved-satisfied', cycle: 2 }, aContext(clock('15:30')));
  expect(now.ticket.phase).toBe('archived');
});

test('the third reopening goes up a level, and the leader hears why and may take it', () => {
  let life = resolved();
  for (const day of [0, 1, 2]) {
    life = answers(life, 'not-solved', clock('14:00', day));
    if (day < 2) life = passed(resolved(life, clock('15:00', day)), clock('15:10', day));
  }
  expect(life.last.events.at(-1)).toEqual({ kind: 'reopened-often', at: clock('14:00', 2), times: 3, to: ['he'] });
  expect(life.last.says.filter((say) => say.card === undefined && say.wording === 'ticket.reopened-often')).toEqual([
    {
      to: { person: 'he' },
      key: 'reopened-often.4',
      urgency: 'ordinary',
      choices: ['claim'],
      photos: ['p1'],
      wording: 'ticket.reopened-often',
      params: {
        number: 101,
        category: 'parking',
        place: { area: 'b6', words: null },
        times: 3,
        owner: 'wang',
        due: clock('09:00', 4),
      },
    },
  ]);
  const taken = told(life, { kind: 'claim', by: he }, aContext(clock('14:30', 2)));
  expect(taken.ticket.claimedBy).toBe('he');
});

test('the first two reopenings are the owner’s own business', () => {
  const twice = answers(
    passed(resolved(answers(resolved(), 'not-solved', clock('14:00')), clock('15:00'))),
    'not-solved',
    clock('15:30'),
  );
  expect(twice.ticket.reopenings).toBe(2);
  expect(heardBy(twice.last.says).filter((line) => line.endsWith('reopened-often'))).toEqual([]);
});
