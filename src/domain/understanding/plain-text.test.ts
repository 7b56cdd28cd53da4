import { beginsWithMention, numberIn, plainText, quotedText } from './plain-text';

test('words stay as the person wrote them', () => {
  expect(plainText('６号楼门口又停满了，电动车出不去……㎡！')).toBe('６号楼门口又停满了，电动车出不去……㎡！');
});

test('invisible characters, the mention and a quote are taken off', () => {
  expect(plainText(' \u202e@邻里 @王芳 你好\u0000\u200b ')).toBe('你好');
  expect(plainText('「王芳：6号楼\n着火」\r\n- - - - - -\r\n真的假的')).toBe('真的假的');
  expect(plainText('/查@linli_bot #101')).toBe('/查@linli_bot #101');
  expect(plainText('/start@linli_bot AB')).toBe('/start AB');
});

test('a message without a dashed line is no quote', () => {
  expect(plainText('「通知」明天停水')).toBe('「通知」明天停水');
  expect(quotedText('「通知」明天停水')).toBeNull();
});

test('the quoted words are known', () => {
  expect(quotedText('「邻里：#102 停车」\n- - - - - -\n接')).toBe('邻里：#102 停车');
});

test.each([
  ['邻里：#102 停车｜6号楼', 102],
  ['＃１０２ 停车', 102],
  ['8#2单元停水', null],
  ['#3楼', null],
  ['#12点开会', null],
  ['没有号', null],
])('the number of ours in “%s” is %s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});

test('a message that begins by naming somebody is known', () => {
  expect(beginsWithMention('@王芳 接 #101')).toBe(true);
  expect(beginsWithMention('「a」\n- - - -\n@王芳 接')).toBe(true);
  expect(beginsWithMention('接 #101 @王芳')).toBe(false);
});
