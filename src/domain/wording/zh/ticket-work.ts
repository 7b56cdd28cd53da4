import { labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, howToFinish, howToTake, lines, said } from './phrases';

type Breach = WordingParams['ticket.breach'];

const askedLine = ({ asked }: Breach, speaker: Speaker): string =>
  asked.length === 0 ? '还没有人接。' : `已提醒过${asked.map((person) => speaker.name(person)).join('、')}。`;

const nextLine = ({ nextDue, nextLevel }: Breach, speaker: Speaker): string =>
  nextDue === null || nextLevel === null
    ? '上面没有别人了，请您务必安排。'
    : `${speaker.moment(nextDue)}前没安排，会告诉${labels.zh.levels[nextLevel]}。`;

const whatToDo = ({ stage, number, category }: Breach): string =>
  stage === 'review'
    ? `请看一看，行就回“通过 #${number}”，不行回“驳回 #${number} 因为 …”。`
    : stage === 'dispatch' && category !== null
      ? `请回“派 #${number} 给 姓名”。`
      : stage === 'dispatch'
        ? `请给它选一个类别，或回“退 #${number}”。`
        : `请回“接 #${number}”，或“转 #${number} 给 姓名”。`;

/** What those who do the work hear: texts 2 to 4 and what follows from their answers. */
export const ticketWork = {
  'ticket.claimed': (p, s) =>
    lines(
      head(p, s),
      `这件事由您负责，谢谢。${p.resolveDue === null ? '' : `请在${s.moment(p.resolveDue)}前办好。`}`,
      howToFinish(p.number),
    ),
  'ticket.already-claimed': (p, s) =>
    lines(head(p, s), `${s.name(p.owner)}先接了，${s.time(p.at)}接的。`, '您不用再管，谢谢。'),
  'ticket.ask-category': (p, s) =>
    lines(
      head(p, s),
      said('报的人', p.words, s),
      `这件事归哪一类？请在${s.moment(p.due)}前选，选好才能派人。`,
      `${p.options.map((option, index) => `${s.category(option)}回 ${index + 1}`).join('；')}。`,
    ),
  'ticket.categorised': (p, s) => lines(head(p, s), '类别选好了，谢谢。', '已经去找人办，您不用再管。'),
  'ticket.arrange': (p, s) =>
    lines(
      `${p.again ? '还没派：' : ''}${head(p, s)}`,
      `${
        p.why === 'approval'
          ? said('报的人', p.words, s)
          : `${p.by === null ? '管的人' : s.name(p.by)}退回来了：“${s.words(p.words)}”${p.why === 'ruling' ? '转来转去超过次数了，请您裁定。' : ''}`
      }请在${s.moment(p.due)}前${p.why === 'ruling' ? '裁定' : '派人'}。`,
      `${p.offered.map((person, index) => `${s.name(person)}回 ${index + 1}；`).join('')}派别人回“${p.why === 'ruling' ? '裁定' : '派'} #${p.number} 给 姓名”。`,
    ),
  'ticket.assigned': (p, s) =>
    lines(
      head(p, s),
      `派给${p.to.map((person) => s.name(person)).join('、')}了，谢谢您。`,
      `想看办到哪了，回“查 #${p.number}”。`,
    ),
  'ticket.given-to-desk': (p, s) =>
    lines(
      head(p, s),
      `已经请${s.area(p.desk)}来办（${p.to.map((person) => s.name(person)).join('、')}）${p.due === null ? '，有人接下了。' : `，请他们在${s.moment(p.due)}前接下。`}`,
      `他们退回来会再问您；想看办到哪了，回“查 #${p.number}”。`,
    ),
  'ticket.objected': (p, s) =>
    lines(
      head(p, s),
      `退回了，${p.to.map((person) => s.name(person)).join('、')}来${p.ruling ? '裁定归谁办' : '重新派人'}。`,
      '您先不用管；要是又派给您，会告诉您。',
    ),
  'ticket.ruled': (p, s) =>
    lines(
      head(p, s),
      `${p.by === null ? '没有人裁定，按规矩' : `${s.name(p.by)}裁定`}由您办，不再转、不再退。`,
      howToFinish(p.number),
    ),
  'ticket.remind': (p, s) =>
    lines(
      `${head(p, s)}，还有${s.span(p.minutesLeft)}到时间（${s.moment(p.due)}）。`,
      `这件事现在${p.stage === 'claim' ? '等您这边接' : '由您负责'}。到时没${p.stage === 'claim' ? '接下' : '办好'}，会${
        p.next === null ? '再提醒您' : `请${labels.zh.levels[p.next]}帮忙`
      }。`,
      p.stage === 'claim' ? howToTake(p.number) : howToFinish(p.number),
    ),
  'ticket.breach': (p, s) =>
    lines(
      `${head(p, s)}，已超过${p.minutesLate > 0 ? s.span(p.minutesLate) : '时限'}。`,
      `${askedLine(p, s)}您是${s.role(p.role)}，所以请您安排；${nextLine(p, s)}`,
      whatToDo(p),
    ),
  'ticket.raised': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)}办不下来，往上报了${p.words.length === 0 ? '。' : `：“${s.words(p.words)}”`}`,
      `能办请回“接 #${p.number}”，或“转 #${p.number} 给 姓名”。`,
    ),
  'ticket.raised-to': (p, s) =>
    lines(
      head(p, s),
      `已经告诉${p.to.map((person) => s.name(person)).join('、')}，请他们安排；有人接过去会告诉您。`,
      `想看办到哪了，回“查 #${p.number}”。`,
    ),
  'ticket.added': (p, s) =>
    lines(head(p, s), `后来${said(s.role(p.role), p.words, s)}`, `想看全部经过，回“查 #${p.number}”。`),
  'ticket.question': (p, s) =>
    lines(head(p, s), `办这件事的人问您：“${s.words(p.words)}”`, '请直接回一句，发照片或位置也行。'),
  'ticket.question-sent': (p, s) =>
    lines(head(p, s), '已经去问了，有回话就告诉您。', `想看全部经过，回“查 #${p.number}”。`),
  'ticket.noted': (p, s) => lines(head(p, s), '留言记在这件事里了。', `想看全部经过，回“查 #${p.number}”。`),
  'ticket.waiting': (p, s) =>
    lines(head(p, s), `这件事先等一等，${s.moment(p.until)}接着办。`, `想看原因和经过，回“查 #${p.number}”。`),
  'ticket.deadline-moved': (p, s) =>
    lines(
      head(p, s),
      `社区改了作息或时限，这件事从${s.moment(p.from)}前改为${s.moment(p.to)}前办好。跟报的人说的是早的那个，能早办请早办。`,
      howToFinish(p.number),
    ),
  'ticket.handed-over': (p, s) =>
    lines(head(p, s), `已经转给${s.name(p.to)}，期限不变。`, `想看办到哪了，回“查 #${p.number}”。`),
  'ticket.resolved': (p, s) => lines(head(p, s), '办好了，记下了，辛苦您。', '正在问报的人，有结果会告诉您。'),
  'ticket.reopened': (p, s) =>
    lines(
      head(p, s),
      p.words.length > 0 ? `报的人说：“${s.words(p.words)}”` : null,
      `报的人说还没解决，这是第${p.times}次重新办。${p.due === null ? '' : `请在${s.moment(p.due)}前办好。`}`,
      howToFinish(p.number),
    ),
  'ticket.phone-task': (p, s) =>
    lines(
      head(p, s),
      p.toldBy === undefined
        ? `${p.unheard ? `私信送不到${s.name(p.name)}那里` : `问过${s.name(p.name)}${p.asks}次，没有回话`}。`
        : `${s.name(p.toldBy)}办的，结果也是他告诉${p.who === undefined ? '报的人' : `“${s.words(p.who)}”`}的。`,
      p.who === undefined
        ? '请您打个电话问一声，替他记下来。'
        : `请您问“${s.words(p.who)}”一声，没有手机的上门问，替他记下来。`,
      '解决了，满意回 1；解决了，但不满意回 2；没解决回 3；还没去看回 4。',
    ),
} satisfies Partial<Catalogue>;
