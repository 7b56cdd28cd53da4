import type { MergingKey, MergingParams } from '../merging-params';
import type { Catalogue } from '../params';
import { head, howToAsk, lines, said } from './phrases';

const bars: Readonly<Record<MergingParams['refused.merge']['why'], (other: number) => string>> = {
  self: () => 'It cannot be merged into itself.',
  merged: (other) => `#${other} was itself merged into another; please merge into that one.`,
  closed: (other) => `#${other} is done or closed, so nothing can be merged into it.`,
  complaint: () => 'This has to be handled by itself and cannot be merged.',
  private: (other) => `Of #${other} and this one, only one may be named in a group; they cannot be merged.`,
  urgency: (other) => `This is more urgent than #${other}. Please merge #${other} into this one instead.`,
  parts: (other) =>
    `Others are doing parts of this one: take them away first (撤联), or merge #${other} into this one instead.`,
  over: (other) => `#${other} is closed, so they cannot be taken apart any more.`,
  further: (other) => `#${other} was merged into another one since. Please take #${other} apart first.`,
};

/** Matters that are one and the same. */
export const ticketMerge = {
  'ticket.same-ask': (p, s) =>
    lines(
      `#${p.number} is noted, thank you. ${p.alike ? 'Something with a photo much like it' : 'The same kind of thing nearby'} was reported before:`,
      head(p.other, s),
      `${said('The reporter', p.words, { ...s, words: (ids) => s.masked(ids) })}${p.photo ? ' The photo is above.' : ''}`,
      'Is it this one? Yes: 1. No: 2.',
    ),
  'ticket.same-hint': (p, s) =>
    lines(
      head(p, s),
      `It may be the same as #${p.other.number} (${s.place(p.other.place)}): ${p.alike ? 'the photos are alike' : 'near in place and time'}.`,
      `If it is, reply "并 #${p.number} 到 #${p.other.number}"; if not, there is nothing to do.`,
    ),
  'ticket.merge-ask': (p, s) =>
    lines(
      `Merge #${p.number} into #${p.into.number}? The photos are above.`,
      `${head(p, s)}. ${said(s.role(p.role), p.words, s)}`,
      `${head(p.into, s)}. ${said(s.role(p.intoRole), p.intoWords, s)}`,
      'Yes: 1. No: 2.',
    ),
  'ticket.merged': (p, s) =>
    lines(
      head(p, s),
      `It was merged into #${p.into.number} and is handled there from now on.`,
      `If that was wrong, reply "拆开 #${p.number}".`,
    ),
  'ticket.merged-yours': (p, s) =>
    lines(
      `Your #${p.number} is the same as #${p.into.number}; they are handled together, and you stay informed.`,
      head(p.into, s),
      `You will be asked when it is done. ${howToAsk(p.into.number)}`,
    ),
  'ticket.absorbed': (p, s) =>
    lines(
      head(p, s),
      `#${p.other} is the same and was merged into this one. ${said(s.role(p.role), p.words, s)}`,
      `If it is not, reply "拆开 #${p.other}".`,
    ),
  'ticket.unmerged': (p, s) =>
    lines(head(p, s), `It is not the same as #${p.from}; each goes on by itself.`, howToAsk(p.number)),
  'ticket.apart': (p, s) => lines(head(p, s), `It is handled apart from #${p.from}.`, howToAsk(p.number)),
} satisfies Pick<Catalogue, MergingKey>;

export const mergeRefusals = {
  'refused.merge': (p, s) =>
    lines(head(p, s), `${bars[p.why](p.other)} Nothing was changed.`, `To see every step, reply "查 #${p.number}".`),
  'refused.merge-into': (p, s) =>
    lines(
      head(p, s),
      'Which one is it to be merged into? Nothing was changed.',
      `Please reply "并 #${p.number} 到 #" and the other number.`,
    ),
} satisfies Pick<Catalogue, 'refused.merge' | 'refused.merge-into'>;
