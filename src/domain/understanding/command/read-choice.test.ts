import { categories } from '../../../../test/support/a-ticket';
import { callBackChoices } from '../../ticket/calling-back/ask-call-back';
import { readChoice } from './read-choice';

test.each([
  ['解决了，满意', 'solved-satisfied'],
  ['满意！', 'solved-satisfied'],
  ['解决了但不满意', 'solved-unsatisfied'],
  ['不满意', 'solved-unsatisfied'],
  ['没解决。', 'not-solved'],
  ['沒有解決', 'not-solved'],
  ['还没去看', 'not-seen-yet'],
  ['Solved, satisfied', 'solved-satisfied'],
])('an answer may be written out: %s', (text, choice) => {
  expect(readChoice(text, callBackChoices, { categories: [], officers: [], desks: [] })).toBe(choice);
});

test.each(['解决了', '没解决，还在漏水', '', '谢谢', '6号楼'])('what is no answer is not taken for one: %s', (text) => {
  expect(readChoice(text, callBackChoices, { categories: [], officers: [], desks: [] })).toBeNull();
});

test('a category is chosen by its name, and only one that was offered', () => {
  expect(readChoice('parking', ['category-parking'], { categories, officers: [], desks: [] })).toBe('category-parking');
  expect(readChoice('fire', ['category-parking'], { categories, officers: [], desks: [] })).toBeNull();
});
