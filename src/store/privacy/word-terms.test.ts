import { termsOf } from './word-terms';

test('Chinese is cut into pairs, other writing into words', () => {
  expect(termsOf('6号楼乱停车 Bike ＡＢＣ')).toEqual(['6', '号楼', '楼乱', '乱停', '停车', 'bike', 'abc']);
});

test('one character stands for itself, and nothing for nothing', () => {
  expect(termsOf('水')).toEqual(['水']);
  expect(termsOf('…！')).toEqual([]);
});
