import { callBackChoices } from '../../ticket/calling-back/ask-call-back';
import { readAnswer } from './read-answer';

const read = (text: string) => readAnswer(text, callBackChoices, { categories: [], officers: [], desks: [] });

test.each([
  ['2 等了太久', 'solved-unsatisfied', '等了太久'],
  ['3，还在漏水', 'not-solved', '还在漏水'],
  ['没解决，楼道里还是停满了', 'not-solved', '楼道里还是停满了'],
  ['满意！师傅很客气', 'solved-satisfied', '师傅很客气'],
  ['回1 谢谢', 'solved-satisfied', '谢谢'],
])('“%s” answers and adds something', (text, choice, words) => {
  expect(read(text)).toEqual({ choice, words });
});

test.each(['1', '满意', '1 单元漏水', '2 号楼又停满了', '5 不知道', '你好，请问几点上班', ''])(
  '“%s” is no answer with words',
  (text) => {
    expect(read(text)).toBeNull();
  },
);
