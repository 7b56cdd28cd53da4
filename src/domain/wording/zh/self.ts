import { cleanName } from '../clean-text';
import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const self: TopicCatalogue<'self'> = {
  'self.code': (p, s) =>
    lines(
      `换号码：${p.code}，只能用一次，${s.moment(p.until)}前有效。`,
      '谁有这个码，谁就能当您，请别给别人。',
      `请用新的号私信我“绑定 ${p.code}”。`,
    ),
  'self.perhaps-known': (p) =>
    lines(
      '您以前要是用别的号登记过，旧号的事和积分可以接过来。',
      '旧号还能用，就用旧号给我发“换号”。',
      `不能用了，请回“我是 ${cleanName(p.name)} 几号楼”，社区核对后接上。`,
    ),
  'self.asked': () =>
    lines(
      '记下了，已请社区核对，对上了就告诉您。急事请打110、119、120。',
      '旧的号还能用，就用旧号给我发“换号”，马上好；不能用，请等一等。',
    ),
  'self.home-asked': (p, s) =>
    lines(`记下了，您住${s.area(p.area)}，已请社区核对。`, '核对好了会告诉您；有事照样可以报。'),
  'self.home-unknown': () => lines('没认出是哪一栋。', '请再发一次，比如“我住 6号楼”。'),
  'self.confirm': (p, s) =>
    p.of === null
      ? lines(
          `${s.name(p.person)}换了新号，说自己是“${cleanName(p.said)}”，登记里对不上。`,
          '请打电话或当面问清楚；要给身份，回“邀请 居民”加楼号。',
        )
      : lines(
          `${s.name(p.person)}用新号说：自己是${s.name(p.of)}${p.building === null ? '' : `（${s.place({ area: p.building, words: null })}）`}。`,
          '只看名字不算，请先打登记的电话或当面核对。',
          '是本人，回 1；不是，回 2。',
        ),
  'self.confirm-home': (p, s) =>
    lines(
      `${s.name(p.person)}说住在${s.place({ area: p.area, words: null })}。`,
      '请核对一下。',
      '是的，回 1；不是，回 2。',
    ),
  'self.claimed': (p, s) =>
    lines(
      `有个叫“${cleanName(p.name)}”的新号说是您。`,
      `是您换了号：请用新号私信我“绑定 ${p.code}”，${s.moment(p.until)}前有效，别给别人。`,
      '不是您，回 2。',
    ),
  'self.joined': (p, s) =>
    lines(
      `${s.name(p.name)}您好，新号接好了，原来的事和积分都在。`,
      `在办的事${p.open}件，积分${p.points}分。`,
      '看您的事，回“我的”。不是您本人办的，请回“人工”。',
    ),
  'self.joined-wish': (p, s) =>
    p.all
      ? lines(
          `您说过要删掉自己的资料，新号接过来的也算在内，${s.moment(p.due)}一起删掉。`,
          '改了主意，在这之前回“不删了”就行。',
        )
      : lines(
          `您用新号说过要删掉资料：接过来以前用新号说的话、发的照片，${s.moment(p.due)}删掉；原来登记的不动。`,
          '不删了，回“不删了”；原来的也要删，回“忘记我”。',
        ),
  'self.joined-staff': (p, s) =>
    lines(`新号“${cleanName(p.name)}”已并到${s.name(p.of)}名下。`, `并错了，回“拆开 ${s.name(p.of)}”。`),
  'self.home-granted': (p, s) =>
    lines(
      `${s.name(p.name)}您好，核对好了，您住${s.place({ area: p.area, words: null })}。`,
      '以后说“我家”，就知道在哪里。能做什么，回“帮助”。',
    ),
  'self.granted-staff': (p, s) =>
    lines(`${s.name(p.person)}已登记为${s.place({ area: p.area, words: null })}的居民。`, '不用再回。'),
  'self.refused': () => lines('社区没能核对上，先按新来的记，您照样可以报事。', '请带证件到居委会说一声，或回“人工”。'),
  'self.refused-staff': (p, s) => lines(`${s.name(p.person)}：没核对上，什么都没有改。`, '已请本人当面来说。'),
  'self.settled': (p, s) =>
    lines(`${s.name(p.person)}的这件已经有人核对过了，结果是“${p.granted ? '是' : '不是'}”。`, '不用再回。'),
  'self.cannot': () => lines('这个号接不过去：它已经登记过别的人。', '请回“人工”，社区的人帮您办。'),
  'self.part-ask': (p, s) =>
    lines(
      `${s.name(p.of)}名下有一个新号“${cleanName(p.name)}”，${s.time(p.at)}并进来的。`,
      '拆开后，那个号报的事、带来的积分归它自己。',
      '拆开，回 1；不拆，回 2。',
    ),
  'self.part-nobody': (p) => lines(`“${cleanName(p.name)}”名下没有并进来的号。`, '请写登记的姓名再发一次。'),
  'self.parted': (p, s) =>
    lines(
      `拆开了：新号“${cleanName(p.name)}”又是单独一个人，${s.name(p.of)}的照旧。`,
      '并在一起时办的事，请两边各看一遍“我的”。',
    ),
  'self.parted-told': () => lines('您的号和别人的分开了，各记各的。', '看您的事，回“我的”；不对，回“人工”。'),
  'self.language': () => lines('好的，以后这样跟您说。', '要换，回“语言 繁体”“语言 简体”或“语言 英语”。'),
  'self.staff-only': () => lines('拆开账号由社区的人办。', '请回“人工”。'),
};
