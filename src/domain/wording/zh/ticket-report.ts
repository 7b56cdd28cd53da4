import { labels } from '../labels';
import type { AreaId, Moment } from '../../ids';
import type { Catalogue, Speaker } from '../params';
import { head, howToAsk, lines } from './phrases';

const parts = { in: '您报了名', waiting: '您在排队', offered: '有位子等您回话', leads: '您带队' } as const;

const asked = (desk: AreaId | null, due: Moment | null, speaker: Speaker): string =>
  `已请${speaker.area(desk)}处理${due === null ? '。' : `，最晚${speaker.moment(due)}答复。`}`;

/** What reporters hear while their matter is under way. */
export const ticketReport = {
  'ticket.received': (p, s) => lines(head(p, s), `收到，谢谢您。${asked(p.desk, p.due, s)}`, howToAsk(p.number)),
  'ticket.joined': (p, s) =>
    lines(head(p, s), `这件事已经有人说了，您说的也记在一起了。${asked(p.desk, p.due, s)}`, '办好了会告诉您。'),
  'ticket.me-too': (p, s) => lines(head(p, s), '记下了，您也遇到了，谢谢您。', '办好了会告诉您，不用再回。'),
  'ticket.supplemented': (p, s) =>
    lines(head(p, s), '补充的内容记在这件事里了。', `还有要说的，回“补充 #${p.number}”接着说。`),
  'ticket.ask-place': (p, s) =>
    lines(
      `#${p.number} ${s.category(p.category)}`,
      p.words.length === 0 ? '照片收到了，谢谢您。' : `您说的“${s.words(p.words)}”收到了，谢谢您。`,
      '请告诉我在哪里：几号楼、哪个门，发语音也行。',
    ),
  'ticket.placed': (p, s) =>
    lines(head(p, s), `地方记下了，谢谢您。${asked(p.desk, p.due, s)}`, `地方不对，回“补充 #${p.number}”再说一遍。`),
  'ticket.state': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      `${s.area(p.desk)}在管这件事${p.due === null ? '。' : `，最晚${s.moment(p.due)}答复。`}`,
      howToAsk(p.number),
    ),
  'ticket.closed-notice': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      '您也遇到的这件事有结果了，谢谢您。',
      '要是还有问题，再发一张照片、说一句就行。',
    ),
  'ticket.withdrawn': (p, s) => lines(head(p, s), '报的人撤回了，这件事不再办。', '以后有事，随时再说。'),
  'ticket.refused': (p, s) =>
    lines(head(p, s), `这件事办不了，原因是：“${s.words(p.words)}”`, '有话要说，回“人工”，社区的人会找您。'),
  'ticket.not-ours': (p, s) =>
    lines(
      head(p, s),
      `这件事不归社区管${p.to.length === 0 ? '' : `，已经转给“${s.words(p.to)}”`}，原因是：“${s.words(p.words)}”`,
      `${p.to.length === 0 ? '不知道该找谁' : '想问办到哪了，可以直接问他们；找不到人'}，回“人工”，社区的人会帮您问。`,
    ),
  'ticket.mine': (p, s) =>
    [...p.open, ...p.topics, ...(p.activities ?? []), ...(p.orders ?? [])].length === 0
      ? lines('您现在没有在办的事。', '有事就发照片或说一声。')
      : lines(
          '您的事：',
          ...p.open.map((matter, index) => {
            const state = p.states[index];
            return `${head(matter, s)}${state === undefined ? '' : `｜${labels.zh.states[state]}`}`;
          }),
          ...p.topics.map(
            ({ number, loop, step, yours }) =>
              `#${number} ${loop.zh}｜${step?.zh ?? '等社区看要不要说'}${yours ? '（等您办）' : ''}`,
          ),
          ...(p.activities ?? []).map(
            ({ number, title, from, part }) =>
              `#${number} ${title === null ? '' : s.words([title])}${from === null ? '' : `｜${s.day(from)} ${s.clock(from)}`}｜${parts[part]}`,
          ),
          ...(p.orders ?? []).map(
            ({ number, item, until, address }) =>
              `#${number} ${item.zh}｜${s.moment(until)}前去领${address === null ? '' : `，给店员扫：${s.words([address])}`}`,
          ),
          `想看哪一件，回“查”加号码，比如“查 #${[...p.open, ...p.topics, ...(p.activities ?? []), ...(p.orders ?? [])][0]?.number ?? ''}”。`,
        ),
} satisfies Partial<Catalogue>;
