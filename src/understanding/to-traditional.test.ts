import { toTraditional } from './to-traditional';

test('word by word, where a simplified character stands for two', async () => {
  const convert = await toTraditional();
  expect(convert('谢谢您，里面的头发发现了，皇后在后面，一只猫')).toBe('謝謝您，裡面的頭髮發現了，皇后在後面，一隻貓');
  expect(await toTraditional()).toBe(convert);
});
