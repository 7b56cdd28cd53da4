import type { Activity } from '../../volunteering/activity';
import type { Speaker, WordingParams } from '../params';

type Named = Pick<WordingParams['activity.begun'], 'number' | 'title'>;

export const top = ({ number, title }: Named, s: Speaker): string =>
  `#${number} ${title === null ? '志愿活动' : s.words([title])}`;

export const phases: Readonly<Record<Activity['phase'], string>> = {
  draft: '还没发出去',
  open: '正在报名',
  over: '已经结束，在对谁来了',
  closed: '已经结束',
  cancelled: '取消了',
  dropped: '没有发',
};

export const queue = (ahead: number): string => (ahead <= 0 ? '您排第一位。' : `您前面还有${ahead}位。`);
