import { foldText } from '../fold-text';
import { findSignals } from './find-signals';
import type { DangerShares } from './read-critical';
import { readCritical } from './read-critical';

const shares = (given: Partial<DangerShares>): DangerShares => ({
  danger: 0,
  family: 1,
  labels: ['fire', 'lamp'],
  categories: Float32Array.of(1, 0),
  ...given,
});

const textOf = (said: string, placed = false) => {
  const folded = foldText(said);
  return { folded, placed, danger: findSignals(folded) };
};

const read = (text: string, given: Partial<DangerShares>) => readCritical(textOf(text), shares(given)).reading;

test('what the model is sure of is alarmed at once', () => {
  expect(read('七楼窗口火都出来了', { danger: 0.75 })).toEqual({ category: 'fire', share: 0.75, doubt: false });
});

test('what the model half believes is asked about', () => {
  expect(read('好像哪里在烧东西', { danger: 0.2 })).toMatchObject({ category: 'fire', doubt: true });
});

test('words of danger that nothing speaks against are asked about at a lower share', () => {
  const low = { danger: 0.14 };
  expect(read('阳台上冒烟 味道怪怪的', low)).toMatchObject({ category: 'fire', doubt: true });
  expect(read('阳台上味道怪怪的', low)).toBeNull();
});

test('a place of the neighbourhood lowers what is asked about', () => {
  const found = (placed: boolean) => readCritical(textOf('好像哪里在烧东西', placed), shares({ danger: 0.1 })).reading;
  expect(found(true)).toMatchObject({ category: 'fire', doubt: true });
  expect(found(false)).toBeNull();
});

test.each([
  '着火了',
  '救命！',
  '救命啊救命啊',
  '有人晕倒了',
  '5号楼有人晕倒了快来',
  '6号楼下有位老人好像迷路了',
  '3号楼楼道里煤气味很重，快来人',
  '电梯困人了',
])('%s leaves nothing to ask', (text) => {
  expect(read(text, { danger: 0 })).toMatchObject({ share: 0.9, doubt: false });
});

test.each(['昨天着火了 已经灭了', '听说有人晕倒了', '救命 这个糖醋排骨太好吃了', '消防演练 着火了快跑'])(
  '%s is no plain cry',
  (text) => {
    expect(read(text, { danger: 0 })).toBeNull();
  },
);

test('words of danger that the model denies are no emergency', () => {
  expect(read('路边有打架的声音', { danger: 0.01 })).toBeNull();
});

test('an excuse must be outweighed', () => {
  expect(read('昨天那里着火了', { danger: 0.1 })).toBeNull();
  expect(read('昨天那里着火了', { danger: 0.3 })).toMatchObject({ doubt: true });
});

test('the reasons name the words and what speaks against them', () => {
  const { why } = readCritical(textOf('听说着火了'), shares({ danger: 0.01 }));
  expect(why).toEqual(['紧急词“着火”（起火）', '像是听说与新闻', '不算紧急']);
});
