import { Reward, rewardsMeant } from './reward';

const reward = (id: string, zh: string, en: string, words: string[] = []): Reward =>
  Reward.parse({ id, zh, en, words, points: 10, shops: ['shop'] });

const rice = reward('rice', '米', 'rice', ['大米']);
const oil = reward('oil', '食用油', 'cooking oil', ['油']);
const small = reward('small-rice', '小包米', 'small bag of rice');
const all = [rice, oil, small];

test.each([
  ['米', [rice]],
  ['大米', [rice]],
  ['Rice', [rice]],
  ['食用', [oil]],
  ['一袋大米', [rice]],
  ['小包米', [small]],
  ['一小包米', [rice, small]],
  ['飞机', []],
  ['', []],
])('“%s”', (typed, meant) => {
  expect(rewardsMeant(typed, all)).toEqual(meant);
});
