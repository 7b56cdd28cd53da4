import { labels } from '../labels';
import type { TopicCatalogue } from '../params';
import { head, lines, list } from './phrases';
import { searchRefusals } from './ticket-search';
import { jointRefusals } from './ticket-joint';
import { wayRefusals } from './ticket-ways';
import { inPersonRefusals } from './ticket-in-person';
import { papersRefusals } from './ticket-papers';
import { meetingRefusals } from './ticket-meeting';
import { mergeRefusals } from './ticket-merge';

const example = (verb: string, number: number): string =>
  verb === '转' ? `转 #${number} 给 姓名 因为 …` : `${verb} #${number} 因为 …`;

/** What cannot be done: what did not happen, why, and what to do instead. */
export const refusals: TopicCatalogue<'refused'> = {
  ...meetingRefusals,
  ...mergeRefusals,
  ...wayRefusals,
  ...papersRefusals,
  ...searchRefusals,
  ...inPersonRefusals,
  ...jointRefusals,
  'refused.not-found': (p, s) =>
    lines(
      `没找到您能用的 #${p.number}，什么都没有改。`,
      `您的事：${p.open.length > 1 ? '\n' : ''}${list(p.open, s)}`,
      '请照上面的号再发一次，或回“人工”。',
    ),
  'refused.which-number': (p, s) =>
    p.open.length === 0
      ? lines(`没找到能“${p.verb}”的事，什么都没有改。`, '要找人帮忙，回“人工”。')
      : lines(
          `您要“${p.verb}”哪一件？`,
          list(p.open, s),
          `请回“${p.verb}”加号码，比如“${p.verb} #${p.open[0]?.number ?? ''}”。`,
        ),
  'refused.role': (p, s) =>
    lines(head(p, s), `“${p.verb}”要管这件事的人来说，什么都没有改。`, `您有话要说，回“补充 #${p.number}”接着说。`),
  'refused.state': (p, s) =>
    lines(
      head(p, s),
      `这件事现在是“${labels.zh.states[p.state]}”，不能“${p.verb}”，什么都没有改。`,
      `想看经过，回“查 #${p.number}”。`,
    ),
  'refused.needs-words': (p, s) =>
    lines(head(p, s), `“${p.verb}”要写一句话，或者附一张照片。`, `请回“${p.verb} #${p.number}”，后面写上内容。`),
  'refused.needs-reason': (p, s) =>
    lines(head(p, s), `“${p.verb}”要说原因，好告诉报的人。`, `请回“${example(p.verb, p.number)}”。`),
  'refused.already-assigned': (p, s) =>
    lines(head(p, s), `${s.name(p.by)}先派了，${s.time(p.at)}派的。`, '您不用再管，谢谢。'),
  'refused.ruled': (p, s) =>
    lines(
      head(p, s),
      `这件事上一级已经裁定由您办，不能再“${p.verb}”，什么都没有改。`,
      `办不下来请回“上报 #${p.number} 因为 …”。`,
    ),
  'refused.needs-destination': (p, s) =>
    lines(head(p, s), '不归社区管的事，要说转给谁了，好告诉报的人。', `请回“退 #${p.number} 给 单位 因为 …”。`),
  'refused.follows-enough': ({ number, most }) =>
    lines(`您关注的事已经有 ${most} 件，#${number} 没有加上。`, '不用再听的，请回“取消关注 #编号”，再来关注这件。'),
  'refused.own-work': (p, s) =>
    lines(head(p, s), `自己办的事不能自己“${p.verb}”，什么都没有改。`, '已经请别人来审，您不用管。'),
  'refused.no-suggestion': (p, s) =>
    lines(`${head(p, s)}不是建议，没有“${p.verb}”。`, `要办它，回“接 #${p.number}”；办好了，回“办结 #${p.number}”。`),
  'refused.not-asked': (p, s) =>
    lines(head(p, s), '这件事现在没有等您回答的问题，什么都没有改。', `想看经过，回“查 #${p.number}”。`),
  'refused.no-doubt': (p, s) =>
    p.danger
      ? lines(
          head(p, s),
          '这件事已经不在问有没有危险，什么都没有改。',
          `真有危险，先打${p.emergencyNumber}，再发一条“急 在哪里、出了什么事”，马上叫人。`,
        )
      : lines(
          head(p, s),
          '这件事已经不在问有没有危险，什么都没有改。',
          `已经叫了人、其实没有危险的，请管这件事的人回“误报 #${p.number}”。`,
        ),
  'refused.no-question': () => lines('现在没有等您回答的问题。', '看您的事，回“我的”。'),
  'refused.too-late-to-withdraw': (p, s) =>
    lines(
      head(p, s),
      `${p.owner === null ? '这件事已经不止您一个人在管' : `${s.name(p.owner)}已经在办`}，不能直接撤回。`,
      `不用办了，回“补充 #${p.number} 不用办了”，办事的人会看到。`,
    ),
  'refused.person-unknown': (p, s) =>
    lines(head(p, s), '没找到这个人，或者有同名的，什么都没有改。', `请写全名：“${example(p.verb, p.number)}”。`),
  'refused.desk-empty': (p, s) =>
    lines(
      head(p, s),
      `${s.area(p.desk)}现在没有人在，什么都没有改。`,
      `请派给别人：“转 #${p.number} 给 姓名 因为 …”。`,
    ),
  'refused.not-your-word': (p) =>
    lines(
      `“${p.word}”是${p.whose === 'staff' ? '社区工作人员' : '骑手'}用的，您这边用不上，什么都没有改。`,
      '您有事，请说在哪里、怎么了；要找真人，回“人工”。',
    ),
  'refused.duty-circle': (p, s) =>
    lines(
      `这样代会转成一个圈：${p.chain.map((person) => s.name(person)).join('→')}，最后没有人在，所以没有记下。`,
      '请换一个人代：“请假 到 周五 由 姓名 代”。',
    ),
  'refused.duty-empty': (p, s) =>
    lines(
      `您一走，${s.area(p.area)}从${s.moment(p.at)}起没有人值班，所以没有记下。`,
      '请先找好代班的人，再发一次：“请假 到 周五 由 姓名 代”。',
    ),
  'refused.duty-away': (p, s) =>
    lines(
      `${s.name(p.substitute)}${s.moment(p.at)}也不在，没有人代，所以没有记下。`,
      '请换一个人代：“请假 到 周五 由 姓名 代”。',
    ),
  'refused.duty-person': (p) =>
    lines(`没找到能代班、值班的“${p.name}”，或者有同名的，什么都没有改。`, '请写全名，要是网格员、网格长或社区干部。'),
  'refused.duty-role': () =>
    lines('替别人排班、请假，要社区干部来说，什么都没有改。', '您自己的，回“值班 我”或“请假 到 周五”。'),
  'refused.duty-when': () =>
    lines('没看懂是哪天到哪天，什么都没有改。', '请这样说：“请假 到 周五”“请假 从 周一 到 周三”“值班 我 到 周日”。'),
  'refused.duty-no-leave': () => lines('没有查到您请的假，什么都没有改。', '要请假，回“请假 到 周五 由 姓名 代”。'),
};
