import { foldText } from '../fold-text';
import { excuses } from './excuses';
import { findSignals } from './find-signals';
import { signals } from './signals';

const said: Readonly<Record<string, string>> = {
  走失: '我爷爷走失了',
  迷路: '有个老人好像迷路了',
  人不见了: '孩子放学到现在没回家',
  说不清家在哪: '问他什么都说不清家在哪',
  独自徘徊: '一个老奶奶在楼下转圈',
  独自在哭: '有个小孩没大人在这里哭',
  谁家的人: '谁家的老人在门口坐着',
  神志不清: '她有点神志不清',
  倒地: '有人晕倒了',
  发病: '他在抽搐',
  流血受伤: '满脸是血',
  摔了: '老人摔倒了起不来',
  噎住中毒: '孩子噎住了',
  叫救护车: '快叫救护车',
  起火: '对面楼着火了',
  冒烟: '车棚在冒烟',
  烧焦味: '走廊一股烧焦味',
  火花: '插座在冒火花',
  煤气味: '楼道里有煤气味',
  被困: '我被困在电梯里',
  触电漏电: '路灯杆漏电',
  打人伤人: '楼下有人拿着刀',
  威胁跟踪: '有人一直跟着我',
  轻生: '她说不想活了',
  落水坠落: '小孩掉进河里',
  高空坠物: '楼上掉下来一块玻璃',
  井盖: '路中间井盖没了',
  倒塌: '围墙塌了',
  求救: '救命',
};

test.each(signals.map((signal) => [signal.name, signal] as const))('the signal %s hears its words', (name, signal) => {
  expect(said[name]).toBeDefined();
  expect(findSignals(said[name] ?? '').signals.map((found) => found.signal.name)).toContain(signal.name);
});

const excused: Readonly<Record<string, string>> = {
  已经过去: '昨天走失的老人已经找到了',
  没有发生: '当心着火',
  听说与新闻: '听说隔壁市着火了',
  演练宣传: '今天消防演练 会有人喊着火了',
  玩笑夸张: '热得要着火 哈哈',
  已经有结果: '电梯里被困的人救出来了',
  身上的话: '说了一天 嗓子冒烟了',
  唱与演: '孩子唱着火啦快打119',
  没有气味: '不是煤气泄漏 是臭豆腐',
  火是好: '这家店生意火爆 油锅都要起火',
  买卖: '大出血 急出婴儿车 着火价',
  问手续: '煤气费交了吗 有煤气味的那种老表怎么交',
  动物与东西: '我家狗走丢了',
  车出不去: '地库堵住了 我的车出不去 要出人命',
};

test.each(excuses.map((excuse) => [excuse.name] as const))('the excuse %s speaks against danger', (name) => {
  const found = findSignals(foldText(excused[name] ?? ''));
  expect(found.signals.length).toBeGreaterThan(0);
  expect(found.excuses.map((excuse) => excuse.name)).toContain(name);
});

test('without words of danger nothing is looked at further', () => {
  expect(findSignals('楼道灯不亮')).toEqual({ signals: [], excuses: [] });
});

test('着火了 is not 火了', () => {
  expect(findSignals('对面着火了').excuses).toEqual([]);
});
