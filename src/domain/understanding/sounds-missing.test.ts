import { soundsMissing } from './sounds-missing';

test.each([
  '我妈妈走丢了，73岁，穿红外套',
  '急！我家老人不见了，早上9点出去到现在没回来',
  '孩子不见了，在小广场玩着玩着就没影了',
  '我爸有老年痴呆，出去买菜没回家',
  '我奶奶迷路了找不到家，电话也联系不上',
  '女儿走失，8岁，白裙子，看到的请联系',
])('%s: somebody is missed', (text) => {
  expect(soundsMissing(text)).toBe(true);
});

test.each([
  '6号楼下有位老人好像迷路了',
  '发现一个走丢的小孩，在东门哭',
  '有个小孩走丢了，在我这里',
  '谁家的老人，在畅小站说不清家在哪',
  '老人迷路了，我陪着呢',
  '东门有个大爷找不到家',
])('%s: somebody is there', (text) => {
  expect(soundsMissing(text)).toBe(false);
});
