import type { CalledPlan } from '../../volunteering/activity';
import type { ActivityPresenceParams } from '../activity-params';
import type { Catalogue, Speaker } from '../params';
import { top } from './activity-phrases';
import { lines } from './phrases';

const whenAndWhere = ({ from, to, place }: CalledPlan, s: Speaker): string =>
  `${s.day(from)}, ${s.clock(from)} to ${s.clock(to)}, at "${s.place(place)}"`;

const names = (people: readonly string[], s: Speaker): string => people.map((person) => s.name(person)).join(', ');

/** On the day, and after it. */
export const activityPresence: Pick<Catalogue, keyof ActivityPresenceParams> = {
  'activity.reminder': (p, s) =>
    lines(
      `A reminder: ${top(p, s)}`,
      `${whenAndWhere(p.plan, s)}.`,
      p.code === null
        ? 'On the spot, send me "check in" with the code shown there.'
        : `You lead. The code to check in is ${p.code}: show it on the spot, not in a group.`,
      p.code === null
        ? `If you can't come, reply "sign off #${p.number}".`
        : `To call it off, reply "cancel activity #${p.number}".`,
    ),
  'activity.changed': (p, s) =>
    lines(
      top(p, s),
      `It was changed to: ${whenAndWhere(p.plan, s)}.`,
      `If you can't come, reply "sign off #${p.number}".`,
    ),
  'activity.changed-done': (p, s) =>
    lines(
      top(p, s),
      `Changed: ${whenAndWhere(p.plan, s)}, ${p.plan.needed} wanted. ${p.people} people were told.`,
      `To change more, reply "change activity #${p.number}" with what is to be otherwise.`,
    ),
  'activity.here': (p, s) =>
    lines(
      top(p, s),
      `You are checked in, thank you. It ends at about ${s.clock(p.to)}.`,
      'When you leave, reply "check out".',
    ),
  'activity.leader-left': (p, s) =>
    lines(
      top(p, s),
      'You are checked out, thank you. Somebody else confirms your own hours.',
      `Please reply "all came #${p.number}", or "absent #${p.number}" with names.`,
    ),
  'activity.need-code': () =>
    lines('To check in, the four digits shown on the spot are needed.', 'Please reply "check in" with the code.'),
  'activity.who-came': (p, s) =>
    lines(
      `${top(p, s)}${p.again ? ' (asked again)' : ''}`,
      `It is over, thank you. Not known yet whether they came: ${names(p.names, s)}.`,
      p.known === 0 ? null : `${p.known} more are noted already.`,
      'All came: 1; some did not: "absent" with names; or send a photo of the paper list.',
    ),
  'activity.noted': (p, s) =>
    lines(
      top(p, s),
      `Noted: ${p.came} came, ${p.absent} did not.${p.vouched ? ' Staff were asked to confirm your own hours.' : ''}`,
      p.left.length === 0
        ? `To see how it stands, reply "status #${p.number}".`
        : `Still open: ${names(p.left, s)}. Reply "came #${p.number}" or "absent #${p.number}" with names.`,
    ),
  'activity.proved': (p, s) =>
    p.asks
      ? lines(
          top(p, s),
          'The photo is kept as proof. Hours need names.',
          'All came: 1; some did not: "absent" with names. To report something else, send words and photo together.',
        )
      : lines(
          top(p, s),
          'The photo is kept as proof. Who came is noted already, and stays as it is.',
          `To see it, reply "status #${p.number}"; if something is wrong, "人工".`,
        ),
  'activity.vouch': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.name)} led it on ${s.day(p.from)}. Nobody confirms their own hours, so you are asked.`,
      `Was ${s.name(p.name)} there? Yes: 1; no: 2.`,
    ),
  'activity.vouched': (p, s) =>
    lines(
      top(p, s),
      p.yes ? 'Noted, thank you.' : 'Noted; no hours this time.',
      `To see how it stands, reply "status #${p.number}".`,
    ),
  'activity.thanks': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.name)}, thank you for coming: ${s.span(p.minutes)}, ${p.points > 0 ? `${p.points} points.` : 'no points this time.'}${
        p.capped ? ' The day has reached its most.' : ''
      }`,
      'Your points: "points"; if something is wrong, reply "人工".',
    ),
  'activity.unconfirmed': (p, s) =>
    lines(top(p, s), 'Nobody confirmed who was there, so no hours are noted yet.', 'If you came, please reply "人工".'),
};
