import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

const names = { wechat: '微信' } as const;

export const platform: TopicCatalogue<'platform'> = {
  'platform.away': (p) =>
    lines(
      `${names[p.platform]}断开了，群里的话暂时听不到。`,
      '要发的话都留着，连上就发；急事请先打电话。',
      '请到看板看原因；要扫码的，请用机器人的手机扫。',
    ),
  'platform.please-ring': (p, s) =>
    lines(
      `${p.critical ? '【紧急】' : ''}有消息送不到${s.name(p.person)}，哪个平台都发不进去。`,
      p.numbers.length === 0
        ? null
        : `是关于${p.numbers.map((number) => ` #${number}`).join('、')} 的，回“查 #${p.numbers[0] ?? ''}”看内容。`,
      `请照社区的电话本${p.critical ? '马上' : ''}打个电话告诉本人，再请本人给机器人发一条私信，漏掉的会补上。`,
    ),
  'platform.back': (p) =>
    lines(`${names[p.platform]}又连上了，留着的话正在发出。`, '断开那段时间的话可能没听到，请到群里看一眼。'),
};
