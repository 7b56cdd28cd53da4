import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const privacy: TopicCatalogue<'privacy'> = {
  'privacy.forget-asked': (p, s) =>
    lines(
      `删掉以后就没有了：您的名字、账号、住处，说过的话、发过的照片${p.points > 0 ? `，还有${p.points}分` : ''}。`,
      p.open.length === 0
        ? null
        : `还没办完的${p.open.map((number) => `#${number}`).join('、')}：没人接的会撤回；有人在办的，办完再删您的话和照片。`,
      '办过的事只留号码和时间，账目照旧，看不出是您。',
      p.due === null
        ? '确定要删，请回“确认删除”；不想删，不用回。'
        : `已经定在${s.moment(p.due)}删；不想删了，回“不删了”。`,
    ),
  'privacy.not-asked': () => lines('还什么都没删。', '要删，请先回“忘记我”，看看会没有什么，再回“确认删除”。'),
  'privacy.erasure-set': (p, s) =>
    lines(`记下了，${s.moment(p.due)}删掉，到时不再另外告诉您。`, '改了主意，在这之前回“不删了”就行。'),
  'privacy.erasure-off': (p) =>
    p.was
      ? lines('好，不删了，您的资料都在。', '有事照样跟我说。')
      : lines('您没有要删，资料都在。', '要删，请回“忘记我”。'),
  'privacy.page': (p, s) =>
    lines(
      `您的事、记着您的资料，都在这里，${s.moment(p.until)}前能看：`,
      s.words([p.address]),
      '这是您一个人的，请别转发。',
    ),
  'privacy.works-here': () =>
    lines('您在这里管着事，做过的事要留名，现在还不能删。', '不再管事以后，请主任把您从名单里去掉，再回“忘记我”。'),
};
