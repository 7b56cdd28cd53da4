import { aContext, chen, claimed, clock, heardBy, resolved, told, wang, zhao } from '../../../../test/support/a-ticket';

const at = (time: string) => aContext(clock(time));
const ask = { kind: 'ask-reporter', words: 'w9' } as const;

test('whoever reported is asked in private, and it stands in the history', () => {
  const asked = told(claimed(), { ...ask, by: wang }, at('11:00'));
  expect(asked.last.events).toEqual([
    { kind: 'reporter-asked', at: clock('11:00'), by: 'wang', words: 'w9', to: ['zhao'] },
  ]);
  expect(heardBy(asked.last.says)).toEqual(['zhao ticket.question', 'wang ticket.question-sent']);
  expect(asked.last.says[0]).toMatchObject({ question: true });
});

test('at night it waits for the morning', () => {
  expect(told(claimed(), { ...ask, by: wang }, at('22:30')).last.says[0]).toHaveProperty('holdUntil');
});

test('not without words, not by somebody who does not handle it, not once it is done', () => {
  const refusal = (life: typeof claimed extends () => infer L ? L : never, by: typeof wang, words: string | null) =>
    told(life, { ...ask, by, words }, at('11:30')).refusal;
  expect(refusal(claimed(), wang, null)).toEqual({ kind: 'needs-words', verb: '问报的人' });
  expect(refusal(claimed(), zhao, 'w9')).toEqual({ kind: 'role', verb: '问报的人' });
  expect(refusal(resolved(), chen, 'w9')).toEqual({ kind: 'state', verb: '问报的人' });
});
