import {
  aContext,
  aReport,
  chen,
  clock,
  heardBy,
  li,
  reported,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { foldCareFile } from '../../care/fold-care-file';
import type { CareFile } from '../../care/care-file';
import type { Candidate } from './candidate';

const at = (time: string) => aContext(clock(time));

const aFile = (number: number): CareFile => {
  const details = { name: `n${number}`, born: null, home: null, family: `f${number}`, looks: null };
  const file = foldCareFile(null, [
    {
      ...{ kind: 'registered', at: clock('09:00'), by: 'chen', id: `care-${number}`, number, details },
      ...{ colour: 'red', contact: 'li', area: null },
    },
  ]);
  if (!file) throw new Error('no file');
  return file;
};
const found: readonly Candidate[] = [
  { file: aFile(107), why: [{ kind: 'age' }] },
  { file: aFile(108), why: [{ kind: 'clothes' }] },
];

const alarmed = (): Life => reported(aReport({ category: 'lost' }), at('10:00'));
const inCharge = (): Life => told(alarmed(), { kind: 'take-charge', by: wang }, at('10:02'));
const shown = (by = wang, life = inCharge()): Life => told(life, { kind: 'show-candidates', by, found }, at('10:03'));
const family = (life: Life, by = wang, number = 107): Life =>
  told(life, { kind: 'show-family', by, file: aFile(number) }, at('10:04'));

test('the owner sees who it may be with a button each, those on duty the list alone, others nothing', () => {
  expect(shown().last.says).toMatchObject([
    { to: { person: 'wang' }, question: true, choices: ['family-1', 'family-2'], recallable: true },
  ]);
  expect(shown().last.events).toEqual([
    { kind: 'candidates-shown', at: clock('10:03'), by: 'wang', files: ['care-107', 'care-108'] },
  ]);
  const onDuty = shown(chen).last.says;
  expect(onDuty).toMatchObject([{ to: { person: 'chen' }, params: { yours: false } }]);
  expect(onDuty[0]).not.toHaveProperty('choices');
  expect(shown(zhao).refusal).toEqual({ kind: 'role', verb: '认人' });
  expect(shown(li).refusal).toEqual({ kind: 'role', verb: '认人' });
});

test('the family’s telephone is for the owner, of somebody who was on the owner’s list; the contact hears of it', () => {
  const owner = family(shown());
  expect(heardBy(owner.last.says)).toEqual(['wang ticket.family-shown', 'li ticket.contact-told']);
  expect(owner.ticket.perhaps).toBe('care-107');
  expect(family(shown(), chen).refusal).toEqual({ kind: 'role', verb: '家属' });
  expect(family(shown(), wang, 999).refusal).toEqual({ kind: 'no-candidate' });
  expect(family(inCharge()).refusal).toEqual({ kind: 'no-candidate' });
  expect(family(shown(chen)).refusal).toEqual({ kind: 'no-candidate' });
});

test('what is no search, or is over, shows nobody', () => {
  const fire = told(
    reported(aReport({ category: 'fire' }), at('10:00')),
    { kind: 'take-charge', by: wang },
    at('10:02'),
  );
  expect(shown(wang, fire).refusal).toEqual({ kind: 'state', verb: '认人' });
  const over = told(shown(), { kind: 'resolve', by: wang, words: 'w', photos: [] }, at('10:30'));
  expect(family(over).refusal).toEqual({ kind: 'state', verb: '家属' });
});

test('thanks are said in the riders’ group once, after the yes of staff, without number, name or place', () => {
  const returned = told(inCharge(), { kind: 'return', by: wang, words: 'w4', photos: [] }, at('10:20'));
  const thanked = told(returned, { kind: 'thank', by: wang, words: 'w5' }, at('10:30'));
  expect(heardBy(thanked.last.says)).toContain('chen ticket.thanks-ask');
  const judge = (life: Life, yes: boolean, by = chen): Life =>
    told(life, { kind: 'judge-thanks', by, words: 'w5', yes }, at('10:31'));
  expect(judge(thanked, true, wang).refusal).toEqual({ kind: 'role', verb: '感谢' });
  const yes = judge(thanked, true);
  expect(yes.last.says[0]).toEqual({
    ...{ to: { chat: 'riders' }, key: 'thanks-public.w5', urgency: 'ordinary' },
    ...{ wording: 'ticket.thanks-public', params: { words: ['w5'] } },
  });
  expect(judge(yes, true).refusal).toEqual({ kind: 'thanks-judged' });
  expect(judge(yes, false).refusal).toEqual({ kind: 'thanks-judged' });
  expect(heardBy(judge(thanked, false).last.says)).toEqual(['chen ticket.thanks-judged']);
});

test('what somebody else than a rider found is thanked for in private only', () => {
  const report = aReport({ category: 'lost', role: 'resident', group: 'residents' });
  const mine = told(reported(report, at('10:00')), { kind: 'take-charge', by: wang }, at('10:02'));
  const returned = told(mine, { kind: 'return', by: wang, words: 'w4', photos: [] }, at('10:20'));
  const thanked = told(returned, { kind: 'thank', by: wang, words: 'w5' }, at('10:30'));
  expect(heardBy(thanked.last.says)).not.toContain('chen ticket.thanks-ask');
});

test('numbers in what was said: whose matter it is sees them, others say why, and each look stands in the history', () => {
  const life = inCharge();
  const look = (by: typeof wang, words: string | null) => told(life, { kind: 'show-numbers', by, words }, at('10:05'));
  const event = { kind: 'numbers-shown', at: clock('10:05') };
  expect(look(wang, null).last.events).toEqual([{ ...event, by: 'wang', words: null }]);
  expect(look(li, null).refusal).toEqual({ kind: 'needs-reason', verb: '看号码' });
  expect(look(li, 'w7').last.events).toEqual([{ ...event, by: 'li', words: 'w7' }]);
  expect(look(li, 'w7').ticket).toEqual(life.ticket);
});
