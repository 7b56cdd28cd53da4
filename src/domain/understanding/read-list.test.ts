import { readList } from './read-list';

test('a 接龙 has a title and people with their company', () => {
  expect(readList('#接龙\n周六清洁楼道\n1. 王芳\n2. 李强 2人\n3、老张+1')).toEqual({
    title: '周六清洁楼道',
    lines: [
      { name: '王芳', people: 1 },
      { name: '李强', people: 2 },
      { name: '老张', people: 2 },
    ],
  });
});

test('two numbered lines of something else are no list', () => {
  expect(readList('问题有两个\n1. 灯不亮\n2. 门坏了')).toBeNull();
});

test('plain talk is no list', () => {
  expect(readList('今天天气真好')).toBeNull();
});
