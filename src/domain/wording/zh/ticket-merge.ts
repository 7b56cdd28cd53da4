import type { MergingKey, MergingParams } from '../merging-params';
import type { Catalogue } from '../params';
import { head, howToAsk, lines, said } from './phrases';

const bars: Readonly<Record<MergingParams['refused.merge']['why'], (other: number) => string>> = {
  self: () => '不能并到它自己。',
  merged: (other) => `#${other} 已经并到别的事里了，要并请并到那一件。`,
  closed: (other) => `#${other} 已经办好或结束了，不能再并进去。`,
  complaint: () => '这件事要单独办，不能合并。',
  private: (other) => `#${other} 和这件事，一件能在群里说，一件不能，不能合并。`,
  urgency: (other) => `这件事比 #${other} 急，请反过来，把 #${other} 并到这一件。`,
  parts: (other) => `这件事还请了别的部门在办，请先“撤联”，或反过来，把 #${other} 并到这一件。`,
  over: (other) => `#${other} 已经结束了，拆不开了。`,
  further: (other) => `#${other} 又并到别的事里了，请先拆开 #${other}。`,
};

/** Matters that are one and the same. */
export const ticketMerge = {
  'ticket.same-ask': (p, s) =>
    lines(
      `#${p.number} 记下了，谢谢您。${p.alike ? '有张照片很像的事' : '附近有一件同样的事'}已经有人报过：`,
      head(p.other, s),
      `${said('报的人', p.words, { ...s, words: (ids) => s.masked(ids) })}${p.photo ? '照片在上面。' : ''}`,
      '是这件事吗？是，回 1；不是，回 2。',
    ),
  'ticket.same-hint': (p, s) =>
    lines(
      head(p, s),
      `和 #${p.other.number}（${s.place(p.other.place)}）${p.alike ? '照片很像' : '离得近，时间也近'}，可能是同一件。`,
      `是同一件，回“并 #${p.number} 到 #${p.other.number}”；不是，不用回。`,
    ),
  'ticket.merge-ask': (p, s) =>
    lines(
      `要把 #${p.number} 并到 #${p.into.number} 吗？照片在上面。`,
      `${head(p, s)}，${said(s.role(p.role), p.words, s)}`,
      `${head(p.into, s)}，${said(s.role(p.intoRole), p.intoWords, s)}`,
      '是，回 1；不是，回 2。',
    ),
  'ticket.merged': (p, s) =>
    lines(head(p, s), `并到 #${p.into.number} 了，以后一起办，不用再管这一件。`, `并错了，回“拆开 #${p.number}”。`),
  'ticket.merged-yours': (p, s) =>
    lines(
      `您说的 #${p.number} 和 #${p.into.number} 是一件事，现在一起办，不会漏掉您。`,
      head(p.into, s),
      `办好了会问您。${howToAsk(p.into.number)}`,
    ),
  'ticket.absorbed': (p, s) =>
    lines(
      head(p, s),
      `#${p.other} 是同一件事，并进来了。${said(s.role(p.role), p.words, s)}`,
      `不是一件，回“拆开 #${p.other}”。`,
    ),
  'ticket.unmerged': (p, s) => lines(head(p, s), `和 #${p.from} 不是一件事，已经拆开，各办各的。`, howToAsk(p.number)),
  'ticket.apart': (p, s) => lines(head(p, s), `好的，和 #${p.from} 分开办。`, howToAsk(p.number)),
} satisfies Pick<Catalogue, MergingKey>;

export const mergeRefusals = {
  'refused.merge': (p, s) =>
    lines(head(p, s), `${bars[p.why](p.other)}什么都没有改。`, `想看经过，回“查 #${p.number}”。`),
  'refused.merge-into': (p, s) =>
    lines(head(p, s), '要并到哪一件？什么都没有改。', `请回“并 #${p.number} 到 #”，后面写那一件的号码。`),
} satisfies Pick<Catalogue, 'refused.merge' | 'refused.merge-into'>;
