import type { Catalogue } from '../params';
import type { ProofKey, ProofParams } from '../proof-params';
import { head, lines } from './phrases';

const faults: Readonly<Record<ProofParams['ticket.photo-ask']['fault'], string>> = {
  'same-picture': '办结的照片和报的照片是同一张，看不出办好了。',
  older: '办结的照片是报之前拍的，看不出办好了。',
  elsewhere: '办结的照片不是在那个地方拍的，看不出办好了。',
};

/** Whether the photos show that it was done. */
export const ticketProof = {
  'ticket.photo-danger': (p, s) =>
    lines(
      head(p, s),
      '照片里可能有人有危险，机器看的，不一定准。',
      '请看一眼。真有危险，先打 110、119 或 120，再发一条“急 在哪里、出了什么事”，值班的人都会叫到。',
    ),
  'ticket.photo-ask': (p, s) =>
    lines(head(p, s), faults[p.fault], '已经记作办好，报的人照样会问。', '再发一张照片回 1；没有照片，说原因回 2。'),
  'ticket.photo-doubt': (p, s) =>
    lines(head(p, s), faults[p.fault], '已经请办的人再发一张，或者说原因，有了会告诉您。'),
  'ticket.photo-more': (p, s) =>
    p.want === 'photo'
      ? lines(head(p, s), '请把办好以后的照片发到这里。')
      : lines(head(p, s), '请写一句原因，看的人会知道。'),
  'ticket.photo-noted': (p, s) =>
    lines(head(p, s), p.photo ? '照片收到了，谢谢您。' : '原因记下了，谢谢您。', `想看全部经过，回“查 #${p.number}”。`),
} satisfies Pick<Catalogue, ProofKey>;
