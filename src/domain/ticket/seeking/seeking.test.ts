import {
  aContext,
  aReport,
  aTicketCommunity,
  chen,
  clock,
  he,
  heardBy,
  li,
  qian,
  reported,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { nextDue } from '../clocks/schedule-ticket';

const community = aTicketCommunity();
const at = (time: string) => aContext(clock(time));
const found = aReport({ category: 'lost' });
const inCharge = (): Life => told(reported(found), { kind: 'take-charge', by: wang }, at('10:02'));
const due = (life: Life): string => nextDue(life.ticket, community) ?? '';
const runTo = (start: Life, time: string): Life => {
  let life = start;
  while (due(life) !== '' && due(life) <= clock(time)) life = ticked(life, aContext(due(life)));
  return life;
};
const heardSince = (life: Life, before: Life): readonly string[] => heardBy(life.says.slice(before.says.length));

test('a family not reached within a quarter of an hour: the owner is told to ring 110, once', () => {
  const before = inCharge();
  const life = runTo(before, '10:16');
  expect(heardSince(life, before).filter((heard) => heard.includes('police'))).toEqual(['wang ticket.ring-police']);
  expect(life.events.find((event) => event.kind === 'notified' && event.step === 'police')?.at).toBe(clock('10:15'));
});

test.each(['family', 'police'] as const)('once the %s know, nobody is told to ring 110', (whom) => {
  const before = told(inCharge(), { kind: 'reach', by: wang, whom }, at('10:10'));
  expect(heardBy(before.last.says)).toEqual(['wang ticket.reached', 'chen ticket.reached']);
  expect(heardSince(runTo(before, '10:40'), before)).not.toContain('wang ticket.ring-police');
});

test('without news the leader on duty is asked how it goes, at growing intervals, and never the owner', () => {
  const before = told(inCharge(), { kind: 'reach', by: wang, whom: 'family' }, at('10:02'));
  const life = runTo(before, '11:50');
  const asked = life.events.flatMap((event) =>
    event.kind === 'notified' && event.step.startsWith('progress.') ? [{ at: event.at, to: event.to }] : [],
  );
  expect(asked).toEqual([
    { at: clock('10:17'), to: ['chen'] },
    { at: clock('10:47'), to: ['chen'] },
    { at: clock('11:47'), to: ['chen'] },
  ]);
});

test('a word of news puts the question off', () => {
  const life = told(inCharge(), { kind: 'note', by: wang, words: 'w3' }, at('10:14'));
  const asked = runTo(life, '10:30').events.find(
    (event) => event.kind === 'notified' && event.step.startsWith('progress.'),
  );
  expect(asked?.at).toBe(clock('10:29'));
});

test('when the leader on duty is the owner, the leader of the grid is asked', () => {
  const before = told(reported(found), { kind: 'take-charge', by: chen }, at('10:02'));
  const asked = heardSince(runTo(before, '10:20'), before).filter((heard) => heard.includes('progress'));
  expect(asked).toEqual(['he ticket.ask-progress']);
});

test('a finder who has not said where is asked three times, and not after saying it', () => {
  const nowhere = reported(aReport({ category: 'lost', place: { area: null, words: null } }));
  const asks = (life: Life): number =>
    heardBy(life.says).filter((heard) => heard === 'zhao ticket.where-are-you').length;
  expect(asks(runTo(nowhere, '11:00'))).toBe(3);
  const placed = told(
    runTo(nowhere, '10:03'),
    { kind: 'place', by: zhao, place: { area: 'b6', words: null } },
    at('10:04'),
  );
  expect(asks(runTo(placed, '11:00'))).toBe(1);
});

test('the handover: the owner and the leader hear into whose hands, who found the person only that it went well', () => {
  const life = told(inCharge(), { kind: 'return', by: wang, words: 'w4', photos: [] }, at('10:20'));
  expect(heardBy(life.last.says)).toEqual([
    'wang ticket.returned',
    'chen ticket.returned',
    'zhao ticket.returned-reporter',
  ]);
  expect(JSON.stringify(life.last.says.at(-1))).not.toContain('w4');
  expect(told(inCharge(), { kind: 'return', by: wang, words: null, photos: [] }, at('10:20')).refusal).toEqual({
    kind: 'needs-words',
    verb: '交接',
  });
});

test('thanks are passed on by whoever had it or a leader, after the handover, and to no group before staff said yes', () => {
  const thank = (life: Life, by = wang): Life => told(life, { kind: 'thank', by, words: 'w5' }, at('10:30'));
  expect(thank(inCharge()).refusal).toEqual({ kind: 'state', verb: '感谢' });
  const returned = told(inCharge(), { kind: 'return', by: wang, words: 'w4', photos: [] }, at('10:20'));
  expect(thank(returned, li).refusal).toEqual({ kind: 'role', verb: '感谢' });
  const over = told(returned, { kind: 'resolve', by: wang, words: 'w6', photos: [] }, at('10:25'));
  expect(heardBy(thank(over, he).last.says)).toEqual([
    'zhao ticket.family-thanks',
    'he ticket.thanks-passed',
    'chen ticket.thanks-ask',
  ]);
  expect(over.says.filter((say) => 'chat' in say.to)).toEqual([]);
});

test('who has not charge of it, or nothing to do with it, records nothing', () => {
  const reach = (life: Life, by = li) => told(life, { kind: 'reach', by, whom: 'family' }, at('10:05')).refusal;
  expect(reach(inCharge())).toEqual({ kind: 'already-claimed', owner: 'wang', at: clock('10:02') });
  expect(reach(inCharge(), qian)).toEqual({ kind: 'role', verb: '已联系家属' });
  const fire = told(reported(aReport({ category: 'fire' })), { kind: 'take-charge', by: wang }, at('10:02'));
  expect(reach(fire, wang)).toEqual({ kind: 'state', verb: '已联系家属' });
});
