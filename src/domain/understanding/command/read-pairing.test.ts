import { findPairing } from './read-pairing';

test.each([
  ['愿意结对 66岁', { verb: 'offer', age: 66 }],
  ['我愿意结对，今年70', { verb: 'offer', age: 70 }],
  ['愿意结对', { verb: 'offer', age: null }],
  ['不结对了', { verb: 'rest' }],
  ['结对', { verb: 'ask', who: null, helper: null }],
  ['结对 王奶奶', { verb: 'ask', who: '王奶奶', helper: null }],
  ['结对 王奶奶 和 刘建国', { verb: 'ask', who: '王奶奶', helper: '刘建国' }],
  ['结对 王奶奶和刘建国', { verb: 'ask', who: '王奶奶', helper: '刘建国' }],
  ['结对 王奶奶 刘建国', { verb: 'ask', who: '王奶奶', helper: '刘建国' }],
  ['结束结对 #101', { verb: 'end', number: 101 }],
  ['结束结对', { verb: 'end', number: null }],
])('“%s”', (typed, said) => {
  expect(findPairing(typed.replace('，', ','))).toEqual(said);
});

test.each(['结对帮扶卡在哪领', '结对的事怎么办', '我不愿意结对'])('“%s” is plain talk', (typed) => {
  expect(findPairing(typed)).toBeNull();
});
