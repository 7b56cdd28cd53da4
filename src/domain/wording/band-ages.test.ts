import { bandAges } from './band-ages';

test.each([
  ['女，73岁，红上衣', '女，七十多岁，红上衣'],
  ['男孩 8 岁', '男孩 不到十岁'],
  ['15周岁，校服', '十几岁，校服'],
  ['七十三岁，拄拐', '七十多岁，拄拐'],
  ['101岁老人', '一百多岁老人'],
  ['七十多岁，灰外套', '七十多岁，灰外套'],
])('%s is said as %s', (said, shown) => {
  expect(bandAges(said)).toBe(shown);
});
