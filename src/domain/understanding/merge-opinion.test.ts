import { Category } from '../community/category';
import { mergeOpinion, type Opinion } from './merge-opinion';
import type { Reading } from './reading';

const categories = [
  Category.parse({ id: 'facilities', zh: '公共设施', en: 'Facilities', class: '24h', about: '坏了的东西' }),
  Category.parse({ id: 'noise', zh: '噪声', en: 'Noise', class: '24h', about: '吵' }),
  Category.parse({ id: 'fire', zh: '火情', en: 'Fire', class: 'critical', about: '起火' }),
];

const reading: Reading = {
  intent: 'report',
  category: [
    { id: 'noise', share: 0.6 },
    { id: 'facilities', share: 0.4 },
  ],
  critical: null,
  place: null,
  time: null,
  people: null,
  plate: null,
  number: null,
  list: null,
  why: ['规则'],
};
const agreeing: Opinion = { intent: 'report', category: 'noise', place: null, danger: false };
const text = '６号楼门口的灯一直响';

test('its category leads, and ours share what is left', () => {
  expect(mergeOpinion(reading, { ...agreeing, category: 'facilities' }, text, categories)).toEqual({
    ...reading,
    category: [
      { id: 'facilities', share: 0.7 },
      { id: 'noise', share: 1 - 0.7 },
    ],
    why: ['规则', '外面的模型：report、公共设施'],
  });
});

test('agreeing never makes us less sure', () => {
  const sure: Reading = { ...reading, category: [{ id: 'noise', share: 0.95 }] };
  expect(mergeOpinion(sure, agreeing, text, categories).category).toEqual([{ id: 'noise', share: 0.95 }]);
});

test('a place is believed when it is in the words, and read as ours are', () => {
  const read = (place: string) => mergeOpinion(reading, { ...agreeing, place }, text, categories).place;
  expect(read('6号楼门口')).toEqual({ text: '６号楼门口', building: '6', unit: null, room: null, atHome: false });
  expect(read('9号楼')).toBeNull();
  expect(read(' ')).toBeNull();
});

test('talk has no category', () => {
  const merged = mergeOpinion(reading, { ...agreeing, intent: 'chatter' }, text, categories);
  expect({ intent: merged.intent, category: merged.category }).toEqual({ intent: 'chatter', category: [] });
});

test.each([
  ['danger', { ...agreeing, danger: true }, 'danger'],
  ['a critical category', { ...agreeing, category: 'fire' }, 'fire'],
  ['danger in what it calls talk', { ...agreeing, intent: 'chatter' as const, danger: true }, 'danger'],
])('%s is a doubt, never a certainty', (_what, opinion, category) => {
  const merged = mergeOpinion(reading, opinion, text, categories);
  expect(merged.critical).toEqual({ category, share: 0.5, doubt: true });
  expect(merged.intent).toBe('report');
  expect(merged.category[0]).toEqual({ id: category, share: 0.5 });
});

test.each([true, false])('a danger that we read stays as it is (in doubt: %s)', (doubt) => {
  const danger: Reading = { ...reading, critical: { category: 'fire', share: 0.9, doubt } };
  const lower: Opinion = { intent: 'chatter', category: null, place: null, danger: false };
  expect(mergeOpinion(danger, lower, text, categories)).toBe(danger);
});
