import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const ban: TopicCatalogue<'ban' | 'flood'> = {
  'flood.slow': () =>
    lines(
      '您发得太快，后面的我先不看了，请歇一分钟再发。',
      '人命关天的事不用等：写“急”加一句话，马上打110、119、120。',
    ),
  'ban.done': (p, s) =>
    p.banned
      ? lines(`${s.name(p.person)}发的，除了急事，以后都不理。`, `要恢复，回“解除拉黑 ${s.name(p.person)}”。`)
      : lines(`${s.name(p.person)}恢复了，发的照常看。`, '不用再回。'),
  'ban.told': () =>
    lines('社区暂停了您在这里报事，平常的话先不看了。', '有急事照样写“急”加一句话；有话要说，请到居委会当面说。'),
  'ban.lifted-told': () => lines('您又可以在这里报事了。', '有事发照片，说在哪里、怎么了。'),
  'ban.which': (p) =>
    p.count === 0
      ? lines('没找到这个人。', '请写他显示的名字，或写他报的事：“拉黑 #号 因为 …”。')
      : lines(`有${p.count}个人叫这个名字，没有动。`, '请写他报的事：“拉黑 #号 因为 …”。'),
  'ban.colleague': (p, s) => lines(`${s.name(p.person)}是办事的人，不能拉黑。`, '不再办事的，请改社区的人员名单。'),
  'ban.needs-reason': () => lines('拉黑要说原因，以后查得到。', '请再发一次，后面加“因为 …”。'),
};
