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
  zhao,
} from '../../../../test/support/a-ticket';
import { saidState, takesReports, ticketCard } from '../telling/ticket-card';
import type { TicketCommand } from '../ticket-command';
import { guardsOfCommand } from '../command-rules';

const community = aTicketCommunity();
const at = (time: string, daysLater = 0) => aContext(clock(time, daysLater));

const join = (as: 'reporter' | 'me-too', by = qian): TicketCommand => ({
  kind: 'join',
  by,
  role: 'resident',
  group: 'riders',
  as,
  words: as === 'reporter' ? ['w5'] : [],
  photos: as === 'reporter' ? ['p5'] : [],
});

test('the same matter from somebody else joins: counted on the card, answered, its photo with whoever has it', () => {
  const joined = told(claimed(), join('reporter'), at('10:10'));
  expect(heardBy(joined.last.says)).toEqual([
    'qian ticket.joined',
    'riders edit:group',
    'wang edit:handler',
    'wang ticket.added',
  ]);
  expect(joined.ticket.reporters.map(({ person, kind }) => [person, kind])).toEqual([
    ['zhao', 'reporter'],
    ['qian', 'reporter'],
  ]);
  expect(ticketCard(joined.ticket, 'group', community, null)).toMatchObject({ params: { reporters: 2 } });
});

test('“me too” counts once; who then reports in words is asked like a reporter', () => {
  const once = told(reported(), join('me-too'), at('10:10'));
  const twice = told(once, join('me-too'), at('10:11'));
  expect([twice.last.events, heardBy(twice.last.says)]).toEqual([[], ['qian ticket.me-too']]);
  const more = told(twice, join('reporter'), at('10:12'));
  expect(more.ticket.reporters.map(({ person, kind }) => [person, kind])).toEqual([
    ['zhao', 'reporter'],
    ['qian', 'reporter'],
  ]);
});

test('what is reported after it was said to be done is a new matter', () => {
  expect(takesReports(claimed().ticket)).toBe(true);
  expect(takesReports(resolved().ticket)).toBe(false);
  expect(told(resolved(), join('reporter'), at('11:30')).refusal?.kind).toBe('state');
});

test('withdrawn by the only one who spoke of it, while nobody has claimed it', () => {
  const withdraw = (life: ReturnType<typeof reported>, by = zhao) => told(life, { kind: 'withdraw', by }, at('10:20'));
  const gone = withdraw(reported());
  expect(heardBy(gone.last.says)).toEqual([
    'zhao ticket.withdrawn',
    'wang ticket.withdrawn',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect([gone.ticket.closedFor, saidState(gone.ticket)]).toEqual(['withdrawn', 'withdrawn']);
  expect(withdraw(claimed()).refusal).toEqual({ kind: 'too-late-to-withdraw' });
  expect(withdraw(told(reported(), join('me-too'), at('10:10'))).refusal).toEqual({ kind: 'too-late-to-withdraw' });
  expect(withdraw(reported(), qian).refusal).toEqual({ kind: 'not-found' });
  expect(withdraw(gone).refusal).toEqual({ kind: 'state', verb: '撤回' });
});

test('more words and photos belong to the report; his own photo is not sent back to whoever sent it', () => {
  const more = { kind: 'supplement', words: ['w6'], photos: ['p6'], quietly: false } as const;
  expect(heardBy(told(claimed(), { ...more, by: zhao }, at('10:10')).last.says)).toEqual([
    'zhao ticket.supplemented',
    'riders edit:group',
    'wang edit:handler',
    'wang ticket.added',
  ]);
  expect(heardBy(told(claimed(), { ...more, by: wang, quietly: true }, at('10:10')).last.says)).toEqual([
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect(told(claimed(), { ...more, by: qian }, at('10:10')).refusal).toEqual({ kind: 'not-found' });
  expect(told(claimed(), { ...more, by: zhao, words: [], photos: [] }, at('10:10')).refusal?.kind).toBe('needs-words');
});

test('two photos of one moment are two messages', () => {
  const first = told(
    claimed(),
    { kind: 'supplement', by: zhao, words: [], photos: ['p6'], quietly: true },
    at('10:10'),
  );
  const second = told(first, { kind: 'supplement', by: qian, words: [], photos: ['p7'], quietly: true }, at('10:10'));
  expect(second.refusal).toEqual({ kind: 'not-found' });
  const third = told(first, { kind: 'supplement', by: chen, words: [], photos: ['p7'], quietly: true }, at('10:10'));
  expect(third.says.map(({ key }) => key)).toEqual(expect.arrayContaining(['added.p6', 'added.p7']));
});

test('a place or a category that becomes known makes it the one that like reports join, unless another is there', () => {
  const asked = reported(aReport({ place: { area: null, words: null } }));
  const command: TicketCommand = { kind: 'place', by: zhao, place: { area: 'b6', words: 'w4' } };
  expect(guardsOfCommand(asked.ticket, command, at('10:05'))).toEqual(['open:parking:b6']);
  expect(told(asked, command, at('10:05')).last.guards).toEqual([
    { id: 'open:parking:b6', version: 0, value: { matter: 't1', number: 101, at: clock('10:00') } },
  ]);
  const other = { id: 'open:parking:b6', version: 4, value: { matter: 't0', number: 100, at: clock('09:30') } };
  const guards = new Map([[other.id, other]]);
  expect(told(asked, command, aContext(clock('10:05'), { guards })).last.guards).toEqual([]);
});
