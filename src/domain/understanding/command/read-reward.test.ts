import { readCommand } from './read-command';

const privately = { isPrivate: true, repliesToUs: false, mentioned: false };
const read = (text: string, setting = privately) => readCommand(text, setting);

test.each([
  ['兑', { verb: 'redeem', who: null }, ''],
  ['兑换', { verb: 'redeem', who: null }, ''],
  ['兑 米', { verb: 'redeem', who: null, glued: false }, '米'],
  ['兑换：食用油', { verb: 'redeem', who: null }, '食用油'],
  ['兑米', { verb: 'redeem', who: null, glued: true }, '米'],
  ['redeem Rice', { verb: 'redeem' }, 'Rice'],
  ['代 王奶奶 兑 米', { verb: 'redeem', who: '王奶奶' }, '米'],
  ['核销 1234 5670', { verb: 'collect' }, '1234 5670'],
  ['核销12345670', { verb: 'collect' }, '12345670'],
  ['进货 米 100', { verb: 'restock' }, '米 100'],
  ['店铺', { verb: 'shop-page' }, ''],
  ['my shop', { verb: 'shop-page' }, ''],
  ['结算', { verb: 'settle', lastMonth: false }, ''],
  ['结算 上月', { verb: 'settle', lastMonth: true }, ''],
])('“%s”', (typed, said, text) => {
  expect(read(typed)).toMatchObject({ kind: 'reward', said, text });
});

test.each([
  '兑换券怎么用',
  '兑了吗',
  '兑米吗',
  '进货的车堵在门口',
  '结算单发错了',
  '店铺门口堵了',
  '代王奶奶说一声谢谢',
])('“%s” is plain talk', (typed) => {
  expect(read(typed)).toBeNull();
});

test('in a group nothing of it is a command', () => {
  for (const typed of ['兑 米', '核销 1234 5670', '结算'])
    expect(read(typed, { ...privately, isPrivate: false })).toBeNull();
});
