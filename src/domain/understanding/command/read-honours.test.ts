import { findHonours } from './read-honours';

test.each([
  ['光荣榜', { verb: 'list', lastMonth: false }],
  ['光荣榜 上月', { verb: 'list', lastMonth: true }],
  ['发光荣榜', { verb: 'publish', lastMonth: false }],
  ['榜名 小飞', { verb: 'name', name: '小飞' }],
  ['榜名 不上', { verb: 'name', name: null }],
])('“%s”', (text, said) => {
  expect(findHonours(text)).toEqual(said);
});

test.each(['光荣榜上没有我', '榜名', '榜名 一个长到谁也记不住的名字啊啊'])('“%s” is plain talk', (text) => {
  expect(findHonours(text)).toBeNull();
});
