import { cleanName } from '../clean-text';
import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const board: TopicCatalogue<'board'> = {
  'board.link': (p, s) =>
    lines(
      `${s.name(p.name)}您好，这是您的看板：`,
      s.words([p.address]),
      `只有您能用，只能用一次，${s.moment(p.until)}前有效，请别转给别人。`,
      '用完回“退出看板”。',
    ),
  'board.not-yours': () =>
    lines('看板是给社区工作人员用的，您还没有登记身份。', '要登记，请找社区主任要一个“绑定”的码。'),
  'board.signed-out': (p) =>
    lines(
      p.sessions === 0 ? '您没有在哪台设备上登录看板。' : `${p.sessions}台设备上的看板都退出了。`,
      '再用请回“看板”。',
    ),
  'board.computer-ask': (p, s) =>
    lines(
      `有一台电脑（${cleanName(p.device)}，${s.time(p.since)}打开的）要用您的身份登录看板。`,
      '是您面前的这台吗？别人报给您的号码，千万别答应。',
      '是，回 1；不是，回 2。',
    ),
  'board.computer-in': (p) => lines(`好了，那台电脑（${cleanName(p.device)}）已经登录。`, '用完回“退出看板”。'),
  'board.computer-out': () => lines('没有让那台电脑登录。', '有人跟您要号码的话，请告诉社区主任。'),
  'board.computer-gone': () => lines('这个号码不对，或者过期了。', '请看一下电脑上现在的六位数，再发“看板”加号码。'),
};
