import { readCommand } from './read-command';

const privately = { isPrivate: true, repliesToUs: false, mentioned: false };

test.each([
  ['服务 张奶奶 1小时半 陪看病', { verb: 'log', who: '张奶奶', minutes: 90, rest: '陪看病', card: null }],
  ['服务 张奶奶1.5小时', { verb: 'log', who: '张奶奶', minutes: 90, rest: '' }],
  ['服务 李大爷 两个小时 昨天', { verb: 'log', who: '李大爷', minutes: 120, rest: '昨天' }],
  ['服务 张奶奶 1小时 卡 1234 5670', { verb: 'log', who: '张奶奶', minutes: 60, rest: '', card: '1234 5670' }],
  ['服务 张奶奶 -3小时', { verb: 'log', minutes: -180 }],
  ['服务', { verb: 'log', who: null }],
  ['服务 张奶奶', { verb: 'untimed', who: '张奶奶' }],
  ['服务 张奶奶 abc小时', { verb: 'untimed', who: '张奶奶' }],
  ['存 1e3小时', { verb: 'keep', minutes: 0 }],
  ['发卡 张奶奶', { verb: 'card', who: '张奶奶' }],
  ['存 2小时', { verb: 'keep', minutes: 120 }],
  ['取1小时', { verb: 'take', minutes: 60 }],
  ['捐 半小时', { verb: 'donate', minutes: 30 }],
  ['送 妈妈 2小时', { verb: 'give', who: '妈妈', minutes: 120 }],
  ['送给 妈妈 2小时', { verb: 'give', who: '妈妈', minutes: 120 }],
  ['拨 张奶奶 2小时', { verb: 'grant', who: '张奶奶', minutes: 120 }],
])('“%s”', (typed, said) => {
  expect(readCommand(typed, privately)).toMatchObject({ kind: 'service', said });
});

test.each(['服务态度太差了', '存车棚满了', '取快递要多久', '送 外卖 上楼', '捐衣服放哪', '送餐送了2小时'])(
  '“%s” is plain talk',
  (typed) => {
    expect(readCommand(typed, privately)).toBeNull();
  },
);
