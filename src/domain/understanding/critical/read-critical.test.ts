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

const read = (text: string, given: Partial<DangerShares>) =>
  readCritical({ danger: findSignals(text) }, shares(given)).reading;

test('what the model is sure of is alarmed at once', () => {
  expect(read('七楼窗口火都出来了', { danger: 0.75 })).toEqual({ category: 'fire', share: 0.75, doubt: false });
});

test('what the model half believes is asked about', () => {
  expect(read('好像哪里在烧东西', { danger: 0.2 })).toMatchObject({ category: 'fire', doubt: true });
});

test('words of danger that nothing speaks against are asked about when the model does not deny them', () => {
  expect(read('着火了', { danger: 0.2, categories: Float32Array.of(0.1, 0.9) })).toMatchObject({
    category: 'fire',
    doubt: true,
  });
});

test('words of danger that the model denies are no emergency', () => {
  expect(read('着火了', { danger: 0.01 })).toBeNull();
});

test('an excuse must be outweighed', () => {
  expect(read('昨天那里着火了', { danger: 0.15 })).toBeNull();
  expect(read('昨天那里着火了', { danger: 0.3 })).toMatchObject({ doubt: true });
});

test('the reasons name the words and what speaks against them', () => {
  const { why } = readCritical({ danger: findSignals('听说着火了') }, shares({ danger: 0.01 }));
  expect(why).toEqual(['紧急词“着火”（起火）', '像是听说与新闻', '不算紧急']);
});
