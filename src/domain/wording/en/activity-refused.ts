import type { ActivityRefusedParams } from '../activity-params';
import type { Catalogue } from '../params';
import { phases, queue, top } from './activity-phrases';
import { lines } from './phrases';

export const activityRefused: Pick<Catalogue, keyof ActivityRefusedParams> = {
  'activity.which': (p, s) =>
    p.calls.length === 0
      ? lines('No activity takes sign-ups just now.', 'New ones come to the groups; to talk to a person, reply "人工".')
      : lines(
          `Which one do you mean by "${p.verb}"?`,
          ...p.calls.map((one) => `${top(one, s)} (${s.day(one.from)}, ${s.clock(one.from)})`),
          `Please add the number, such as "${p.verb} #${p.calls[0]?.number ?? ''}".`,
        ),
  'activity.clash': (p, s) =>
    lines(
      top(p, s),
      `You said you come to #${p.other.number} "${s.words([p.other.title])}" at that time (${s.day(p.other.from)}, ${s.clock(p.other.from)} to ${s.clock(p.other.to)}), so you are not signed up here.`,
      `To change over, reply "sign off #${p.other.number}", then "sign up #${p.number}".`,
    ),
  'activity.not-now': (p, s) =>
    lines(
      top(p, s),
      `It is ${phases[p.phase]}; nothing was changed.`,
      `To see how it stands, reply "status #${p.number}".`,
    ),
  'activity.begun': (p, s) =>
    lines(
      top(p, s),
      'It has begun; the list is not changed any more.',
      'On the spot, send me "check in" with the code; if you can\'t come, please tell who leads.',
    ),
  'activity.not-yours': (p, s) =>
    lines(
      top(p, s),
      `This is for ${s.name(p.leader)} to say; nothing was changed.`,
      `To see how it stands, reply "status #${p.number}".`,
    ),
  'activity.already-in': (p, s) =>
    lines(
      top(p, s),
      `You are on the list already (${p.people}).`,
      `If the number changes, reply "sign up #${p.number} 3 people"; if you can't come, "sign off #${p.number}".`,
    ),
  'activity.already-waiting': (p, s) =>
    lines(top(p, s), `You are in the line already. ${queue(p.ahead)}`, `Not to wait, reply "sign off #${p.number}".`),
  'activity.no-room': (p, s) =>
    lines(
      top(p, s),
      `Only ${p.free} more places; you are still down for ${p.people}.`,
      `For fewer, reply "sign up #${p.number}" with the number.`,
    ),
  'activity.too-many': (p, s) =>
    lines(
      top(p, s),
      'That is more people than one message can sign up; nothing was noted.',
      `Please say how many come, such as "sign up #${p.number} 2 people"; for a whole team, reply "人工".`,
    ),
  'activity.not-in': (p, s) =>
    lines(
      top(p, s),
      'You are not on the list, so there is nothing to take back.',
      `To come, reply "sign up #${p.number}".`,
    ),
  'activity.not-named': (p, s) =>
    lines(
      top(p, s),
      'That name is not on the list; nothing was changed.',
      `To see the names, reply "show list #${p.number}", and write one as it stands there.`,
    ),
  'activity.wrong-code': () =>
    lines(
      'That code is not right; you are not checked in.',
      'Please send the four digits shown on the spot, or tell who leads.',
    ),
  'activity.too-far': (p, s) =>
    lines(
      top(p, s),
      `You are ${p.metres} metres away, and not checked in.`,
      'Please send your place again on the spot, or "check in" and the code there.',
    ),
  'activity.too-early': (p, s) =>
    lines(
      top(p, s),
      `It begins on ${s.day(p.from)}, ${s.clock(p.from)}; checking in opens an hour before.`,
      'Please send it again on the spot.',
    ),
  'activity.already-here': (p, s) =>
    lines(top(p, s), 'You are checked in already.', 'When you leave, reply "check out".'),
  'activity.not-here': () =>
    lines('You are not checked in anywhere; nothing was changed.', 'On the spot, reply "check in" with the code.'),
  'activity.booked': (p, s) =>
    lines(top(p, s), 'This is noted already; nothing was changed.', 'If something is wrong, reply "人工".'),
  'activity.bad-plan': (p, s) =>
    p.why === 'time'
      ? lines(
          top(p, s),
          'That time does not work; nothing was changed.',
          `Please name one that is still to come: "change activity #${p.number} Sunday 9 am to 11 am".`,
        )
      : lines(
          top(p, s),
          'I did not understand what is to be otherwise; nothing was changed.',
          `Please name it, such as "change activity #${p.number} 15 people".`,
        ),
  'activity.bad-count': (p, s) =>
    lines(
      top(p, s),
      'That is no number of people; nothing was changed.',
      `Please say how many come, such as "sign up #${p.number} 2 people".`,
    ),
  'activity.others-line': (p, s) =>
    lines(
      top(p, s),
      `Only they themselves, or ${s.name(p.leader)} who leads, can take that name off; nothing was changed.`,
      `If you yourself can't come, reply "sign off #${p.number}".`,
    ),
  'activity.not-offered': (p, s) =>
    lines(
      top(p, s),
      'That place went to the next one, or you answered before.',
      `To see how it stands, reply "status #${p.number}".`,
    ),
};
