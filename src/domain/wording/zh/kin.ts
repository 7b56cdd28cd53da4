import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const kin: TopicCatalogue<'kin'> = {
  'kin.asked': () =>
    lines('记下了，已去问本人，或请社区问本人。', '问好了会告诉您；急事现在就可以报，写“代 姓名 报”加事情。'),
  'kin.confirm': (p, s) =>
    p.toStaff
      ? lines(
          `${s.name(p.person)}说，以后替${s.name(p.old)}报事。`,
          '请打电话或上门问本人愿不愿意。',
          '愿意，回 1；不愿意，回 2。',
        )
      : lines(
          `${s.name(p.person)}说，以后替您报事，办到哪一步也告诉他。`,
          '您自己照样能报；什么时候不要了，回“不用替我了”。',
          '愿意，回 1；不愿意，回 2。',
        ),
  'kin.linked': (p, s) =>
    p.you === 'old'
      ? lines(`好的，${s.name(p.person)}以后可以替您报事。`, '不要了，回“不用替我了”。')
      : lines(
          `好的，您以后可以替${s.name(p.old)}报事：写“代 ${s.name(p.old)} 报”加事情。`,
          '没说地点，就当是在老人家那栋楼；办好了先问您。不替了，回“不替了”。',
        ),
  'kin.refused': (p, s) => lines(`${s.name(p.old)}那边没有同意，先不记。`, '有急事，请直接报；要问，回“人工”。'),
  'kin.ended': (p, s) =>
    lines(`好的，您和${s.name(p.other)}之间的代报已经停了。`, '以后各报各的；有事请说在哪里、怎么了。'),
  'kin.none': () => lines('现在没有记着谁替谁报事。', '要替家里老人报，回“我替 姓名 说话”。'),
  'kin.spoke': (p, s) =>
    lines(`${s.name(p.by)}替您报了一件事，号码 #${p.number}。`, '不是您的意思，回“人工”；不要他替了，回“不用替我了”。'),
};
