import type { Catalogue, Speaker } from '../params';
import type { WaysKey, WaysParams } from '../ways-params';
import { head, howToAsk, lines, quoted } from './phrases';

export const wayNames: Readonly<Record<WaysParams['ticket.visit-ask']['way'], string>> = {
  'at-once': 'settled on the spot',
  'on-behalf': 'done on behalf',
  accompanied: 'done together',
  'at-home': 'done at home',
};

/** "tomorrow 14:00 to 16:00": the end is on the same day. */
const when = ({ from, to }: WaysParams['ticket.visit-asked'], s: Speaker): string =>
  `${s.moment(from)}${to === null ? '' : ` to ${s.time(to).slice(-5)}`}`;

const bars: Readonly<Record<WaysParams['refused.way']['why'], (number: number) => string>> = {
  time: (number) =>
    `The time was not understood, or is over.\nSay it like this: "上门办 #${number} 周五 14:00-16:00", "陪办 #${number} 明天9点"; to change it, "改约".`,
  receipt: (number) =>
    `What is done on behalf needs a photo of the receipt.\nReply "办结 #${number}" with it, or "办结 #${number} 办成了 因为 …" with the reason.`,
  consent: (number) =>
    `The reporter has not agreed yet.\nWait for the answer, or choose "陪办 #${number}" or "上门办 #${number}" with a time.`,
  'home-photo': (number) =>
    `No photos of a home are kept, and this one was not.\nReply "办结 #${number}" with a few words; if no photo shows a home, add "照片里没有家里".`,
  'no-visit': (number) => `There is no appointment; nothing was changed.\nTo see the history, reply "查 #${number}".`,
  'not-at-once': (number) =>
    `An emergency is not settled on the spot.\nWhen it is over, reply "解除 #${number} 因为 …".`,
};

/** On behalf, together, at home: what residents and handlers hear. */
export const ticketWays = {
  'ticket.consent-ask': (p, s) =>
    lines(
      `${s.name(p.name)}, ${s.name(p.by)} would like to do #${p.number} for you: ${quoted(p.words, s)}.`,
      'It is done only with your leave, and you will see the receipt.',
      'Yes: reply 1. No: reply 2.',
    ),
  'ticket.consent-asked': (p, s) =>
    lines(
      head(p, s),
      'The reporter is asked for leave; you will hear.',
      `When it is done, reply "办结 #${p.number}" with a photo of the receipt.`,
    ),
  'ticket.consent': (p, s) =>
    p.yours
      ? p.given
        ? lines(
            head(p, s),
            'The reporter agrees that you do it for them.',
            `When it is done, reply "办结 #${p.number}" with a photo of the receipt.`,
          )
        : lines(
            head(p, s),
            'The reporter does not agree.',
            `Choose "陪办 #${p.number}" or "上门办 #${p.number}" with a time.`,
          )
      : p.given
        ? lines(head(p, s), 'Noted: you agree. You will see the receipt.', howToAsk(p.number))
        : lines(head(p, s), 'It is not done for you; another way will be found.', howToAsk(p.number)),
  'ticket.visit-ask': (p, s) =>
    p.side === 'reporter'
      ? lines(
          `#${p.number}: may somebody ${p.way === 'at-home' ? 'come to your home' : 'go there with you'} ${when(p, s)}?`,
          p.way === 'at-home' ? 'No photos are taken inside.' : null,
          'Yes: reply 1. No: reply 2, or say when it suits you.',
        )
      : lines(
          head(p, s),
          `The reporter would rather have it ${when(p, s)}.`,
          'Yes: reply 1. No: reply 2, or say another time.',
        ),
  'ticket.visit-asked': (p, s) =>
    lines(
      head(p, s),
      `The other side is asked about ${when(p, s)}; you will hear.`,
      `To change it, reply "改约 #${p.number}" and a time.`,
    ),
  'ticket.visit-agreed': (p, s) =>
    lines(
      head(p, s),
      `Agreed: ${when(p, s)}, ${wayNames[p.way]}. You are reminded the evening before and an hour before.`,
      `To change it, reply "改约 #${p.number}" and a time; to cancel, "取消预约 #${p.number}".`,
    ),
  'ticket.visit-declined': (p, s) =>
    lines(
      head(p, s),
      `${when(p, s)} does not suit; there is no appointment.`,
      `Propose another time: "改约 #${p.number} 周五 15点".`,
    ),
  'ticket.visit-cancelled': (p, s) =>
    lines(
      head(p, s),
      `The appointment ${when(p, s)} is cancelled.`,
      `For another, reply "改约 #${p.number}" and a time.`,
    ),
  'ticket.visit-remind': (p, s) =>
    lines(
      head(p, s),
      `Do not forget: ${when(p, s)}, ${wayNames[p.way]}.`,
      `If you cannot, reply "改约 #${p.number}" and a time soon.`,
    ),
  'ticket.visit-missed': (p, s) =>
    lines(
      head(p, s),
      `The appointment ${when(p, s)} is over, and nothing was heard of it.`,
      p.yours
        ? `When it is done, reply "办结 #${p.number}"; if not, "改约 #${p.number}" and a time.`
        : `If nobody came, reply "改约 #${p.number}" and a time, or "人工".`,
    ),
  'ticket.visit-unanswered': (p, s) =>
    lines(
      head(p, s),
      `${when(p, s)} is not agreed yet.`,
      p.yours
        ? `Please ring up, or reply "改约 #${p.number}" and a time.`
        : `Reply "改约 #${p.number}" and a time that suits you.`,
    ),
  'ticket.green': (p, s) =>
    lines(
      head(p, s),
      {
        by: 'It takes the green channel: first in every list, sent out at once, without waiting for approval.',
        reporter: 'Your matter takes the green channel and comes first.',
        handler: 'It takes the green channel: please do this one first.',
      }[p.reader],
      p.reader === 'reporter'
        ? howToAsk(p.number)
        : `To agree on a time at their home, reply "上门办 #${p.number} 周五 14:00-16:00".`,
    ),
} satisfies Pick<Catalogue, WaysKey>;

export const wayRefusals = {
  'refused.way': (p, s) => lines(head(p, s), bars[p.why](p.number)),
  'refused.green': (p, s) =>
    lines(
      head(p, s),
      `The green channel needs one of these reasons: ${p.reasons.map((reason) => `"${reason}"`).join(', ')}. Nothing was changed.`,
      `Please reply "绿色通道 #${p.number} 因为 ${p.reasons[0] ?? '…'}"; otherwise "上报 #${p.number}".`,
    ),
} satisfies Pick<Catalogue, 'refused.way' | 'refused.green'>;
