import { readSelf } from './read-self';
import { typedOf } from './typed';

test.each([
  ['换号', { verb: 'change' }],
  ['换账号。', { verb: 'change' }],
  ['我是 刘建国 6号楼', { verb: 'claim', name: '刘建国', home: '6号楼' }],
  ['我是 劉建國，住6栋2单元301室', { verb: 'claim', name: '劉建國', home: '6栋2单元301室' }],
  ['我是6号楼的刘建国', { verb: 'claim', name: '刘建国', home: '6号楼' }],
  ['我是 Emma', { verb: 'claim', name: 'Emma', home: '' }],
  ['我住6号楼', { verb: 'home', home: '6号楼' }],
  ['我家住在 6栋 2单元301', { verb: 'home', home: '6栋 2单元301' }],
  ['我住6-2-301', { verb: 'home', home: '6-2-301' }],
  ['我替 张奶奶 说话', { verb: 'speak-for', name: '张奶奶' }],
  ['替张奶奶报事', { verb: 'speak-for', name: '张奶奶' }],
  ['不替 张奶奶 了', { verb: 'speak-no-more', name: '张奶奶' }],
  ['不用替我了', { verb: 'speak-no-more', name: null }],
  ['不替了', { verb: 'speak-no-more', name: null }],
  ['拉黑 张三 因为 天天骂人', { verb: 'ban', name: '张三', number: null, reason: '天天骂人' }],
  ['拉黑 #102', { verb: 'ban', name: '', number: 102, reason: '' }],
  ['解除拉黑 A b_c', { verb: 'lift', name: 'A b_c', number: null, reason: '' }],
  ['語言 繁體', { verb: 'language', language: 'zh-Hant' }],
  ['language English', { verb: 'language', language: 'en' }],
  ['语言 简体', { verb: 'language', language: 'zh' }],
  ['拆开 刘建国', { verb: 'part', name: '刘建国' }],
])('%s', (text, meant) => {
  expect(readSelf(typedOf(text))).toEqual({ kind: 'self', ...meant });
});

test.each([
  '我是6号楼的，电梯坏了',
  '我是业主 电梯坏了请来看看',
  '我是 业主 电梯坏了',
  '我住6号楼，水管漏了',
  '我住6号楼水管漏了',
  '换号码牌',
  '拆开 #102',
  '拆开',
  '我是',
])('“%s” is something else', (text) => {
  expect(readSelf(typedOf(text))).toBeNull();
});
