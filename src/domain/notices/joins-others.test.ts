import type { SpokenSay } from '../decision';
import { joinsOthers } from './joins-others';

const notice: SpokenSay = {
  ...{ to: { chat: 'residents' }, key: 'notice', urgency: 'ordinary' },
  ...{ wording: 'help.too-long', params: { kept: 1 } },
};

test('a notice joins others; a danger, an answer, a question, a picture and a card do not', () => {
  expect(joinsOthers(notice)).toBe(true);
  expect(joinsOthers({ ...notice, holdUntil: '2026-11-20T23:00:00.000Z' })).toBe(true);
  const others: readonly Partial<SpokenSay>[] = [
    { urgency: 'critical' },
    { urgency: 'prompt' },
    { replyTo: 'm1' },
    { question: true },
    { choices: ['yes', 'no'] },
    { photos: ['p1'] },
    { together: true },
    { recallable: true },
    { retires: 'row' },
    { recalls: 'row' },
  ];
  expect(others.map((given) => joinsOthers({ ...notice, ...given } as SpokenSay))).toEqual(others.map(() => false));
  const envelope = { to: { chat: 'residents' }, key: 'card', urgency: 'ordinary' } as const;
  expect(joinsOthers({ ...envelope, card: 'group', mode: 'send' })).toBe(false);
});
