import type { Catalogue, Speaker } from '../params';
import type { WaysKey, WaysParams } from '../ways-params';
import { head, howToAsk, lines, quoted } from './phrases';

export const wayNames: Readonly<Record<WaysParams['ticket.visit-ask']['way'], string>> = {
  'at-once': '即办',
  'on-behalf': '代办',
  accompanied: '陪办',
  'at-home': '上门办',
};

/** "明天 14:00到16:00": the end is on the same day. */
const when = ({ from, to }: WaysParams['ticket.visit-asked'], s: Speaker): string =>
  `${s.moment(from)}${to === null ? '' : `到${s.time(to).slice(-5)}`}`;

const bars: Readonly<Record<WaysParams['refused.way']['why'], (number: number) => string>> = {
  time: (number) =>
    `没看懂约在什么时候，或者已经过了。\n请这样说：“上门办 #${number} 周五 14:00-16:00”“陪办 #${number} 明天9点”，改时间用“改约”。`,
  receipt: (number) =>
    `代办要有收据照片。\n请再发“办结 #${number}”加收据照片；没有收据，回“办结 #${number} 办成了 因为 …”说原因。`,
  consent: (number) =>
    `报的人还没同意代办，不能先办。\n等他回话，或换一种：“陪办 #${number}”“上门办 #${number}”加时间。`,
  'home-photo': (number) =>
    `上门办不收家里的照片，刚才的照片没有留。\n请回“办结 #${number}”加一句话；照片里没有家里的，加一句“照片里没有家里”。`,
  'no-visit': (number) => `这件事没有约时间，什么都没有改。\n想看经过，回“查 #${number}”。`,
  'not-at-once': (number) => `紧急的事不能“即办”。\n处理好了，请回“解除 #${number} 因为 …”。`,
};

/** 代办, 陪办, 上门办: what residents and handlers hear. */
export const ticketWays = {
  'ticket.consent-ask': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您说的 #${p.number}，${s.name(p.by)}想替您去办：${quoted(p.words, s)}。`,
      '您同意了才办，办完给您看收据。',
      '同意回 1；不同意回 2。',
    ),
  'ticket.consent-asked': (p, s) =>
    lines(head(p, s), '正在问报的人同不同意代办，有回话告诉您。', `办好要收据照片：“办结 #${p.number}”加照片。`),
  'ticket.consent': (p, s) =>
    p.yours
      ? p.given
        ? lines(head(p, s), '报的人同意您代办了，已经记下。', `办好回“办结 #${p.number}”加收据照片。`)
        : lines(head(p, s), '报的人不同意代办。', `请换一种：“陪办 #${p.number}”“上门办 #${p.number}”加时间。`)
      : p.given
        ? lines(head(p, s), '记下了，您同意代办。办完给您看收据。', howToAsk(p.number))
        : lines(head(p, s), '好的，不替您办，会换一种办法。', howToAsk(p.number)),
  'ticket.visit-ask': (p, s) =>
    p.side === 'reporter'
      ? lines(
          `您说的 #${p.number}，想约${when(p, s)}${p.way === 'at-home' ? '上门来办' : '陪您一起去办'}。`,
          p.way === 'at-home' ? '不拍家里的照片。' : null,
          '行，回 1；不行，回 2，或直接说哪天几点方便。',
        )
      : lines(head(p, s), `报的人想改在${when(p, s)}。`, '行，回 1；不行，回 2，或直接说别的时间。'),
  'ticket.visit-asked': (p, s) =>
    lines(head(p, s), `正在问对方${when(p, s)}行不行，有回话告诉您。`, `要改，回“改约 #${p.number}”加时间。`),
  'ticket.visit-agreed': (p, s) =>
    lines(
      head(p, s),
      `约好了：${when(p, s)}${wayNames[p.way]}。前一天晚上和前一小时会提醒。`,
      `要改，回“改约 #${p.number}”加时间；不约了，回“取消预约 #${p.number}”。`,
    ),
  'ticket.visit-declined': (p, s) =>
    lines(head(p, s), `${when(p, s)}不行，这次没有约成。`, `请说别的时间：“改约 #${p.number} 周五 15点”。`),
  'ticket.visit-cancelled': (p, s) =>
    lines(head(p, s), `${when(p, s)}的预约取消了。`, `要另约，回“改约 #${p.number}”加时间。`),
  'ticket.visit-remind': (p, s) =>
    lines(
      head(p, s),
      `别忘了：${when(p, s)}${p.yours ? wayNames[p.way] : p.way === 'at-home' ? '有人上门来办' : '有人陪您去办'}。`,
      `来不了，请早点回“改约 #${p.number}”加时间。`,
    ),
  'ticket.visit-missed': (p, s) =>
    lines(
      head(p, s),
      `约的${when(p, s)}过了，还没听说办得怎么样。`,
      p.yours
        ? `办好了回“办结 #${p.number}”；没去成，回“改约 #${p.number}”加时间。`
        : `没见到人，回“改约 #${p.number}”加时间，或回“人工”。`,
    ),
  'ticket.visit-unanswered': (p, s) =>
    lines(
      head(p, s),
      `${when(p, s)}还没有约定。`,
      p.yours ? `请打个电话问一声，或回“改约 #${p.number}”加时间。` : `方便的时间，回“改约 #${p.number}”加时间。`,
    ),
  'ticket.green': (p, s) =>
    lines(
      head(p, s),
      {
        by: '走绿色通道了：排在最前，马上派，不等审批。',
        reporter: '您的事走绿色通道，排在最前先办。',
        handler: '这件事走绿色通道，请先办这一件。',
      }[p.reader],
      p.reader === 'reporter' ? howToAsk(p.number) : `约时间上门，回“上门办 #${p.number} 周五 14:00-16:00”。`,
    ),
} satisfies Pick<Catalogue, WaysKey>;

export const wayRefusals = {
  'refused.way': (p, s) => lines(head(p, s), bars[p.why](p.number)),
  'refused.green': (p, s) =>
    lines(
      head(p, s),
      `绿色通道要有名单上的原因：${p.reasons.join('、')}。什么都没有改。`,
      `请回“绿色通道 #${p.number} 因为 ${p.reasons[0] ?? '…'}”；别的急事，回“上报 #${p.number}”。`,
    ),
} satisfies Pick<Catalogue, 'refused.way' | 'refused.green'>;
