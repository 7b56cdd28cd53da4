import { foldText } from './fold-text';
import { maskPrivate } from './mask-private';
import { readPlate } from './read-plate';

test.each([
  ['粤B12345堵门', '粤B12345'],
  ['沪A·F1234D 挪一下', '沪AF1234D'],
  ['新能源 京AD12345', '京AD12345'],
  ['苏e12345d', '苏E12345D'],
  ['川A8888警', '川A8888警'],
])('%s', (text, plate) => {
  expect(readPlate(foldText(text))).toBe(plate);
});

test.each(['京东小哥', '粤语abcdef', '渝中区'])('%s has no plate', (text) => {
  expect(readPlate(foldText(text))).toBeNull();
});

test.each([
  ['打我13812345678', '打我138******78'],
  ['身份证11010519491231002X', '身份证110*************2X'],
  ['卡6222021234567890123', '卡6222*************23'],
  ['座机010-12345678', '座机010-12****78'],
  ['粤B12345堵门', '粤B****5堵门'],
])('what is private in %s is covered', (text, masked) => {
  expect(maskPrivate(text)).toBe(masked);
});

test('what is not private stays as it was', () => {
  expect(maskPrivate('6号楼2单元301 灯不亮 #102')).toBe('6号楼2单元301 灯不亮 #102');
});
