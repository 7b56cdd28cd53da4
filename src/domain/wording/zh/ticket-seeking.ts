import type { Catalogue } from '../params';
import { head, lines } from './phrases';

/** Somebody lost is brought home. */
export const ticketSeeking = {
  'ticket.ask-progress': (p, s) =>
    lines(
      `${head(p, s)}，${s.name(p.owner)}在办，${s.time(p.since)}以后没有新消息。`,
      `${s.name(p.owner)}手上忙，没有去催。您带班，所以问您。`,
      `请您看一下情况，回“留言 #${p.number}”说一句；缺人手回“加人 #${p.number}”。`,
    ),
  'ticket.ring-police': (p, s) =>
    lines(
      `${head(p, s)}，${p.missing === true ? '还没有记下报过110' : '还没有联系上家属'}。`,
      '请现在就打110，说清在哪里、人是什么样子。',
      `打过了回“已报110 #${p.number}”；联系上家属了回“已联系家属 #${p.number}”。`,
    ),
  'ticket.where-are-you': (p) =>
    lines(
      p.missing === true
        ? `#${p.number} 大家在找，现在还不知道最后在哪里见到的。`
        : `#${p.number} 谢谢您还陪着。现在还不知道在哪里。`,
      '有危险马上打110。',
      '请发个位置，或说一句在哪里，发语音也行。',
    ),
  'ticket.reached': (p, s) =>
    lines(
      `${head(p, s)}，${s.name(p.by)}${p.whom === 'family' ? '已联系上家属' : '已报110'}。`,
      `人交出去以后，回“交接 #${p.number} 给 谁”记下来。`,
    ),
  'ticket.returned': (p, s) =>
    lines(
      `${head(p, s)}，${s.name(p.by)}记下了交接：“${s.words(p.words)}”`,
      `没有别的事了，回“解除 #${p.number}”说一句；家人道谢，回“感谢 #${p.number}”加原话。`,
    ),
  'ticket.returned-reporter': (p) => lines(`#${p.number} 人已经平安交接了，多亏您。`, '您可以先去忙，谢谢您陪着。'),
  'ticket.family-thanks': (p, s) =>
    lines(`#${p.number} 家人托我们谢谢您：“${s.masked(p.words)}”`, '您做了一件好事。不用回复。'),
  'ticket.thanks-passed': (p, s) =>
    lines(`${head(p, s)}，感谢已转给${p.count}位报的人，电话和门牌都隐去了。`, `还有要转的，再回“感谢 #${p.number}”。`),
} satisfies Partial<Catalogue>;
