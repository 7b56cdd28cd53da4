import type { MatchReason } from '../../care/match-people';
import type { WordsId } from '../../ids';
import type { Catalogue, Speaker } from '../params';
import { head, lines } from './phrases';

const reason = (why: MatchReason): string => {
  switch (why.kind) {
    case 'clothes':
      return '衣服颜色对得上';
    case 'marks':
      return `样子对得上（${why.marks.join('、')}）`;
    case 'age':
      return '年纪差不多';
    case 'near':
      return why.how === 'building' ? '就住这栋楼' : '家在这一片';
  }
};

const known = (words: WordsId | null, s: Speaker): string | null => (words === null ? null : s.words([words]));

const listed = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('，');

/** Whoever was found is recognised, and thanked for. */
export const ticketIdentifying = {
  'ticket.candidates': (p, s) =>
    p.candidates.length === 0
      ? lines(
          `${head(p, s)}，台账里没有对得上的人。`,
          '请问问发现的人：多大年纪、穿什么颜色、有什么特征。',
          `问到了回“认人 #${p.number} 八十多岁 蓝外套”这样再找；还是没有，马上打110，回“已报110 #${p.number}”。`,
        )
      : lines(
          `${head(p, s)}，可能是：`,
          ...p.candidates.map(
            ({ name, born, home, looks, why }, index) =>
              `${index + 1}. ${listed(s.words([name]), known(born, s), known(home, s), known(looks, s))}｜${why.map(reason).join('，')}`,
          ),
          '只是像，请当面问名字再定。您看过这份名单已记下来，请不要转发。',
          p.yours
            ? `是第1位，回“家属 #${p.number} 1”，就告诉您家属电话；都不是，回“已报110 #${p.number}”。`
            : `认出来了，请告诉负责的人；还没人负责，回“我负责 #${p.number}”。`,
        ),
  'ticket.family-shown': (p, s) =>
    lines(
      `${head(p, s)}，${listed(s.words([p.name]), known(p.home, s))}`,
      p.family === null ? `没有记下家属电话，一对一联系人是${s.name(p.contact)}。` : `家属：${s.words([p.family])}`,
      '您看过电话已记下来，请不要转发。',
      `打通了回“已联系家属 #${p.number}”；打不通马上打110，回“已报110 #${p.number}”。`,
    ),
  'ticket.contact-told': (p, s) =>
    lines(
      `${head(p, s)}，可能是您一对一联系的${listed(s.words([p.name]), known(p.home, s))}。`,
      `${s.name(p.owner)}在现场联系家属。`,
      `您认得人，请给${s.name(p.owner)}打个电话；有消息回“留言 #${p.number}”。`,
    ),
  'ticket.thanks-ask': (p, s) =>
    lines(
      `${head(p, s)}，家人的感谢要不要在骑手群里也说一声？会这样说：`,
      `“${s.masked(p.words)}”`,
      '电话和门牌隐去了，请看看有没有姓名等不该说的。',
      '这样发，回 1；不发，回 2。',
    ),
  'ticket.thanks-public': (p, s) =>
    lines(`有一家人托社区谢谢骑手小哥：“${s.masked(p.words)}”`, '谢谢每一位停下来帮忙的小哥，不用回复。'),
  'ticket.thanks-judged': (p, s) =>
    p.said
      ? lines(`${head(p, s)}，好，在骑手群里谢一声。`, '夜里会等到早上再发，不用再回。')
      : lines(`${head(p, s)}，好，不在群里说。`, '报的人已经私下收到感谢了，不用再回。'),
  'ticket.no-candidate': (p, s) =>
    lines(
      `${head(p, s)}，没有这一位，什么都没有做。`,
      `请先回“认人 #${p.number}”看名单，再回“家属 #${p.number} 1”这样的号码。`,
    ),
  'ticket.thanks-known': (p, s) =>
    lines(`${head(p, s)}，这句感谢已经定过了，什么都没有改。`, `还有要转的，回“感谢 #${p.number}”。`),
} satisfies Partial<Catalogue>;
