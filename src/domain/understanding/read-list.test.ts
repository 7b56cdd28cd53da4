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

test('every way of numbering counts, with names that have spaces, and with numbers that stand twice', () => {
  expect(readList('#接龙\n清扫\n①王芳\n2️⃣ 李 强\n🔟 老张\n３．赵\n3. 6栋 小李（带工具）')?.lines).toEqual([
    { name: '王芳', people: 1 },
    { name: '李 强', people: 1 },
    { name: '老张', people: 1 },
    { name: '赵', people: 1 },
    { name: '6栋 小李', people: 1 },
  ]);
});

test('of a list of a thousand lines the first three hundred are read', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => `${(index % 900) + 1}. 邻居${index}`);
  expect(readList(`#接龙\n清扫\n${rows.join('\n')}`)?.lines).toHaveLength(300);
});
