import type { Band } from '../../pairing/companion';
import type { Nearness } from '../../pairing/rank-companions';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

const bands: Readonly<Record<Band, string>> = { sixties: 'in their sixties', seventies: 'in their seventies' };

const nearSaid = (near: Nearness): string => {
  switch (near.kind) {
    case 'building':
      return 'in the same building';
    case 'metres':
      return `about ${near.metres} metres away`;
    case 'grid':
      return 'in the same grid';
    case 'community':
      return 'in the same community';
  }
};

const notAsked = ({ why }: WordingParams['pairing.not-asked'], s: Speaker): readonly [string, string] => {
  switch (why.kind) {
    case 'role':
      return [
        'Pairs are asked for by captains, grid workers and staff; nothing was changed.',
        'To look in on an old neighbour who lives alone, reply "愿意结对 66岁" with your age; for somebody of your family, "人工".',
      ];
    case 'who':
      return ['For which old neighbour?', 'Please reply "结对" with the name, such as "结对 王奶奶".'];
    case 'age':
      return why.said
        ? [
            'Pairing is for neighbours between 60 and 79; nothing was noted.',
            'To help, see the calls in the groups, or reply "服务" with whom you helped and how long.',
          ]
        : ['Thank you. How old are you? Nothing is noted yet.', 'Please reply "愿意结对 66岁" with your age.'];
    case 'no-offer':
      return ['You have not offered to pair; nothing was changed.', 'To offer, reply "愿意结对 66岁" with your age.'];
    case 'nobody':
      return [
        'Nobody who offered is free now; nothing was changed.',
        'Neighbours between 60 and 79 can write to me: "愿意结对 66岁".',
      ];
    case 'no-answerer':
      return ['They have no phone, and nobody can answer for them; nobody was asked.', 'Please reply "人工".'];
    case 'not-offered':
      return [
        `${s.name(why.helper)} has not offered to pair; nobody was asked.`,
        'They can write to me "愿意结对 66岁"; then reply "结对" with the old neighbour\'s name.',
      ];
  }
};

const refusal = ({ number, why }: WordingParams['pairing.refused']): readonly [string, string] => {
  switch (why.kind) {
    case 'not-yours':
      return ['This pair is not for you to decide; nothing was changed.', 'Questions? Reply "人工".'];
    case 'over':
      return ['That is over; no answer is needed.', `To see how it stands, reply "查 #${number}".`];
    case 'not-free':
      return [
        'They have a pair already, or cannot just now; nobody was asked.',
        'Please reply "结对" with the name for others.',
      ];
    case 'served-taken':
      return [
        `They are asked or paired already (#${why.number}); nobody was asked again.`,
        `To see how it stands, reply "查 #${why.number}".`,
      ];
  }
};

const again = (yes: boolean): string => (yes ? ' (asked again)' : '');

export const pairing: TopicCatalogue<'pairing'> = {
  'pairing.offered': (p) =>
    lines(
      `#${p.number} ${p.again ? 'Changed' : 'Noted'}. Thank you for offering to look in on an old neighbour who lives alone.`,
      'I ask you in private first; it counts only when both of you say yes.',
      'To stop, reply "不结对了" at any time.',
    ),
  'pairing.resting': (p) =>
    lines(
      `#${p.number} You are not asked any more. Thank you.`,
      'To offer again, reply "愿意结对 66岁" with your age.',
    ),
  'pairing.proposals': (p, s) =>
    lines(
      `The nearest who offered, for ${s.name(p.served)}:`,
      ...p.helpers.map(
        ({ helper, band, near }, index) => `${index + 1}. ${s.name(helper)}, ${bands[band]}, ${nearSaid(near)}`,
      ),
      'Reply with the number and I ask both in private.',
    ),
  'pairing.asked': (p, s) =>
    lines(
      `#${p.number} I asked ${s.name(p.helper)} and ${p.own ? s.name(p.served) : p.to.map((one) => s.name(one)).join(', ')} in private; both must say yes.`,
      'After three days without an answer you hear of it.',
      `To stop asking, reply "结束结对 #${p.number}".`,
    ),
  'pairing.ask-helper': (p, s) =>
    lines(
      `#${p.number}${again(p.again)} ${s.name(p.by)} would like you and ${s.name(p.served)} to pair: a visit and a talk every week, and a call for help when it is needed.`,
      'Yes: 1; not now: 2, that is fine.',
    ),
  'pairing.ask-served': (p, s) =>
    p.own
      ? lines(
          `#${p.number}${again(p.again)} ${s.name(p.served)}, ${s.name(p.by)} would like ${s.name(p.helper)} (a neighbour ${bands[p.band]}) to look in on you.`,
          'Yes: 1; no need: 2, that is fine.',
        )
      : lines(
          `#${p.number}${again(p.again)} ${s.name(p.by)} would like ${s.name(p.helper)} (a neighbour ${bands[p.band]}) to look in on ${s.name(p.served)}.`,
          'Please ask them in person. Yes: 1; no: 2.',
        ),
  'pairing.answered': (p) =>
    p.agreed
      ? lines(
          `#${p.number} Noted, thank you. You hear as soon as the other side says yes.`,
          `If you change your mind, reply "结束结对 #${p.number}".`,
        )
      : lines(`#${p.number} That is fine, thank you for saying so.`, 'Questions? Reply "人工".'),
  'pairing.paired': (p, s) =>
    p.yours
      ? lines(
          `#${p.number} You and ${s.name(p.served)} are a pair now. Thank you.`,
          `After each visit reply "服务 ${s.name(p.served)} 1小时" and the time is noted; in an emergency ring 120, then write "急 …".`,
          `If you can't any more, reply "结束结对 #${p.number}".`,
        )
      : lines(
          `#${p.number} A pair now: ${s.name(p.helper)} looks in on ${s.name(p.served)}.`,
          `To stop at any time, reply "结束结对 #${p.number}".`,
        ),
  'pairing.nothing': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.helper)} and ${s.name(p.served)} are no pair this time: ${
        p.side === null
          ? 'not both answered in three days'
          : `${s.name(p.side === 'helper' ? p.helper : p.served)} cannot`
      }.`,
      `For somebody else, reply "结对 ${s.name(p.served)}".`,
    ),
  'pairing.off': (p) =>
    lines(`#${p.number} It came to nothing this time. Thank you for saying yes.`, 'I ask you again.'),
  'pairing.ended': (p, s) =>
    lines(
      `#${p.number} The pair of ${s.name(p.helper)} and ${s.name(p.served)} has ended; ${s.name(p.by)} said so. Thank you all.`,
      'Time that was noted stays. For another, a captain replies "结对" with the name.',
    ),
  'pairing.state': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.helper)} and ${s.name(p.served)}: ${p.phase === 'stands' ? 'a pair' : 'waiting for both answers'}.`,
      p.phase === 'stands' ? `Visits: ${p.visits}${p.minutes === 0 ? '' : `, ${s.span(p.minutes)} together`}.` : null,
      `To stop, reply "结束结对 #${p.number}".`,
    ),
  'pairing.free': (p) =>
    p.willing
      ? lines(`#${p.number} You offered to pair; nobody was found yet.`, 'To stop, reply "不结对了".')
      : lines(`#${p.number} You do not pair just now.`, 'To offer again, reply "愿意结对 66岁" with your age.'),
  'pairing.refused': (p) => lines(`#${p.number}`, ...refusal(p)),
  'pairing.not-asked': (p, s) => lines(...notAsked(p, s)),
};
