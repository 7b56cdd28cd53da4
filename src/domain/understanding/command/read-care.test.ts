import { findCare } from './read-care';

test.each([
  ['台账', { verb: 'ledger', number: null, from: 2 }],
  ['台账 红色', { verb: 'ledger', number: null, from: 3 }],
  ['台账#102', { verb: 'ledger', number: 102, from: 6 }],
  ['家属 102 因为 换号', { verb: 'family', number: 102, from: 7 }],
  ['登记 王秀英 820', { verb: 'register', number: null, from: 3 }],
  ['登记 820号楼', { verb: 'register', number: null, from: 3 }],
  ['换色 #102 红', { verb: 'recolour', number: 102, from: 8 }],
  ['看过 #102', { verb: 'visited', number: 102, from: 7 }],
])('%s', (text, expected) => {
  expect(findCare(text)).toEqual(expected);
});

test.each(['登记表在哪', '家属院门口停满了', '看过电影了', '台账本'])('%s is plain talk', (text) => {
  expect(findCare(text)).toBeNull();
});
