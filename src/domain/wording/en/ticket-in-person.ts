import type { TellingWay } from '../../ticket/in-person/told';
import type { CallBackParams } from '../call-back-params';
import type { Catalogue, Speaker } from '../params';
import { head, howToAsk, lines } from './phrases';

/** "... told them at home". */
export const toldHow: Readonly<Record<TellingWay, string>> = {
  home: 'told them at home',
  phone: 'told them on the telephone',
  desk: 'told them in person',
};

const answers =
  'solved, satisfied: reply 1; solved, but not satisfied: reply 2; not solved: reply 3; not seen yet: reply 4.';

const next: Readonly<Record<CallBackParams['ticket.told']['next'], (number: number) => string>> = {
  nothing: howToAsk,
  outcome: () => `What did they say? ${answers}`,
  'others-ask': () => 'It was your own work, so somebody else asks how it came out; nothing more for you to do.',
};

const whoIs = (who: CallBackParams['ticket.tell-result']['who'], s: Speaker): string =>
  who.length === 0 ? 'somebody else' : `"${s.words(who)}"`;

/** People without a phone: somebody tells them, and says so. */
export const ticketInPerson = {
  'ticket.tell-result': (p, s) =>
    lines(
      head(p, s),
      `Hello ${s.name(p.name)}, ${p.again ? 'we remind you: ' : ''}what you reported for ${whoIs(p.who, s)} is done${
        p.result.length === 0 ? '' : `: "${s.words(p.result)}"`
      }. Please tell them; without a phone, at their door.`,
      p.own
        ? `When you have, reply "告知 #${p.number} 上门" ("电话" for a call); somebody else asks how it came out.`
        : `When you have, reply "告知 #${p.number} 上门 满意"; or just: ${answers}`,
    ),
  'ticket.told': (p, s) => lines(head(p, s), `Noted: you ${toldHow[p.how]}.`, next[p.next](p.number)),
} satisfies Pick<Catalogue, 'ticket.tell-result' | 'ticket.told'>;

export const inPersonRefusals = {
  'refused.needs-telling': (p, s) =>
    lines(
      head(p, s),
      'We did not see how they were told; nothing was changed.',
      `Please reply "告知 #${p.number} 上门" (at home), "电话" (a call) or "当面" (in person); then, if you like, "满意", "不满意" or "没解决".`,
    ),
} satisfies Pick<Catalogue, 'refused.needs-telling'>;
