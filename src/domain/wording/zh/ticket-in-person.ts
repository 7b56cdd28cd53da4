import type { TellingWay } from '../../ticket/in-person/told';
import type { CallBackParams } from '../call-back-params';
import type { Catalogue, Speaker } from '../params';
import { head, howToAsk, lines } from './phrases';

/** "王芳上门告诉了本人". */
export const toldHow: Readonly<Record<TellingWay, string>> = {
  home: '上门告诉了本人',
  phone: '打电话告诉了本人',
  desk: '当面告诉了本人',
};

const answers = '解决了，满意回 1；解决了，但不满意回 2；没解决回 3；还没去看回 4。';

const next: Readonly<Record<CallBackParams['ticket.told']['next'], (number: number) => string>> = {
  nothing: howToAsk,
  outcome: () => `他怎么说？${answers}`,
  'others-ask': () => '您自己办的，满不满意请别人来问，您不用管了。',
};

const whoIs = (who: CallBackParams['ticket.tell-result']['who'], s: Speaker): string =>
  who.length === 0 ? '别人' : `“${s.words(who)}”`;

/** People without a phone: somebody tells them, and says so. */
export const ticketInPerson = {
  'ticket.tell-result': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.name)}您好，${p.again ? '再提醒一声：' : ''}您替${whoIs(p.who, s)}报的这件事办好了${
        p.result.length === 0 ? '' : `：“${s.words(p.result)}”`
      }。请您告诉本人；没有手机的，上门说一声。`,
      p.own
        ? `告诉了，回“告知 #${p.number} 上门”（打电话说的写“电话”）；满不满意，请别人来问。`
        : `说过了，回“告知 #${p.number} 上门 满意”；或者直接回：${answers}`,
    ),
  'ticket.told': (p, s) => lines(head(p, s), `记下了：${toldHow[p.how]}。`, next[p.next](p.number)),
} satisfies Pick<Catalogue, 'ticket.tell-result' | 'ticket.told'>;

export const inPersonRefusals = {
  'refused.needs-telling': (p, s) =>
    lines(
      head(p, s),
      '没看懂是怎么告诉的，什么都没有改。',
      `请回“告知 #${p.number} 上门”，打电话说的写“电话”，当面说的写“当面”；后面可以加“满意”“不满意”“没解决”。`,
    ),
} satisfies Pick<Catalogue, 'refused.needs-telling'>;
