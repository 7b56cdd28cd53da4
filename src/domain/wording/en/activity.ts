import type { ChatPurpose } from '../../community/roles';
import type { PersonId } from '../../ids';
import type { CalledPlan, Slot } from '../../volunteering/activity';
import type { Requirement } from '../../volunteering/activity-event';
import type { ActivityParams } from '../activity-params';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { phases, queue, top } from './activity-phrases';
import { lines } from './phrases';

type Name = WordingParams['activity.joined']['names'][number];

const groupNames: Readonly<Record<ChatPurpose, string>> = {
  residents: 'the residents’ group',
  riders: 'the riders’ group',
  volunteers: 'the volunteers’ group',
  staff: 'the staff’s group',
};

const groupsSaid = (groups: readonly ChatPurpose[]): string =>
  groups.length === 0 ? 'no group yet' : groups.map((purpose) => groupNames[purpose]).join(', ');

/** Without a limit. */
const unlimited = 999;

const neededSaid = (needed: number): string => (needed >= unlimited ? 'no limit' : `${needed} wanted`);

const whenAndWhere = ({ from, to, place }: CalledPlan, s: Speaker): string =>
  `${s.day(from)}, ${s.clock(from)} to ${s.clock(to)}, at "${s.place(place)}"`;

const requirementsSaid: Readonly<Record<Requirement, string>> = {
  adult: 'adults',
  trained: 'trained',
  'over-60-welcome': 'over 60 welcome',
};

const more = ({ roles, requirements, weekly }: CalledPlan): string | null => {
  const said = [
    ...roles.map(({ name, needed }) => `"${name}" ${needed}`),
    ...requirements.map((one) => requirementsSaid[one]),
    ...(weekly ? ['every week'] : []),
  ];
  return said.length === 0 ? null : `Also: ${said.join('; ')}.`;
};

const slots: Readonly<Record<Slot, string>> = {
  title: 'What is to be done? Please say it in a few words.',
  from: 'When? Please say the day and from when to when, such as "Saturday 9 am to 11 am".',
  to: 'Until when? Please say a time, such as "11 am".',
  place: 'Where? Please name a place.',
  needed: 'How many people? Please say a number, such as "12 people".',
};

const nameOf = ({ person, guest }: Name, s: Speaker): string =>
  person === null ? (guest === null ? '' : `"${s.words([guest])}"`) : s.name(person);

const namesOf = (people: readonly PersonId[], s: Speaker): string => people.map((one) => s.name(one)).join(', ');

const howToSign = (number: number): string =>
  `To come, reply "sign up #${number}"; for two add "2 people". A numbered list works too.`;

const cardState = (p: WordingParams['activity.call']): readonly [string, string] => {
  if (p.phase === 'cancelled') return ['It is called off.', 'Thank you all; no answer is needed.'];
  if (p.phase !== 'open')
    return ['It is over. Thanks to everyone who came.', 'No answer is needed; see you next time.'];
  const count = `${neededSaid(p.plan.needed)}, ${p.count} so far.`;
  if (p.began) return [count, 'Sign-ups are closed. On the spot, send me "check in" with the code in private.'];
  if (p.full) return [`${count} It is full.`, `To wait for a place, reply "sign up #${p.number}".`];
  return [count, howToSign(p.number)];
};

const already: Readonly<Record<'in' | 'waiting' | 'offered', string>> = {
  in: 'You are on the list.',
  waiting: 'You are waiting for a place.',
  offered: 'A place is waiting for your answer.',
};

export const activity: Pick<Catalogue, keyof ActivityParams> = {
  'activity.ask': (p, s) => lines(top(p, s), slots[p.slot]),
  'activity.draft': (p, s) =>
    lines(
      `${top(p, s)} (draft)`,
      `${whenAndWhere(p.plan, s)}. ${neededSaid(p.plan.needed)}, ${p.plan.pointsPerHour} points an hour.`,
      more(p.plan),
      `It goes to: ${groupsSaid(p.groups)}.`,
      'To send it, reply 1; not to, reply 2; to change something, just say it, such as "15 people".',
    ),
  'activity.dropped': (p, s) =>
    lines(
      top(p, s),
      p.late ? 'The draft lay for a day and was put away, unsent.' : 'It was not sent.',
      'To call again, reply "organise" with what it is about.',
    ),
  'activity.not-opened': (p) =>
    p.why === 'words'
      ? lines(
          'What is the activity?',
          'Please say all of it, such as "organise Saturday 9 am to 11 am sweep the garden, 12 people".',
        )
      : lines('Captains and staff call for volunteers; nothing was sent.', 'If you have an idea, reply "人工".'),
  'activity.called': (p, s) =>
    lines(
      top(p, s),
      `Sent to ${groupsSaid(p.groups)}. The code to check in is ${p.code}: show it on the spot, not in a group.`,
      `Who comes: "status #${p.number}"; the list into the groups: "show list #${p.number}"; to call it off: "cancel activity #${p.number}".`,
    ),
  'activity.call': (p, s) => {
    const [state, next] = cardState(p);
    return lines(top(p, s), `${whenAndWhere(p.plan, s)}. ${state}`, p.phase === 'open' ? more(p.plan) : null, next);
  },
  'activity.signed': (p, s) =>
    lines(
      top(p, s),
      `You are on the list (${p.people}). ${whenAndWhere(p.plan, s)}. ${neededSaid(p.needed)}, ${p.count} so far.`,
      `If you can't come, reply "sign off #${p.number}".`,
    ),
  'activity.waiting': (p, s) =>
    lines(
      top(p, s),
      `It is full; you are in the line (${p.people}). ${queue(p.ahead)} You will hear when there is a place.`,
      `Not to wait, reply "sign off #${p.number}".`,
    ),
  'activity.offer': (p, s) =>
    lines(
      `${s.name(p.name)}, a place is free and it is your turn: ${top({ title: p.title, number: p.number }, s)}`,
      `${s.day(p.from)}, ${s.clock(p.from)}, at "${s.place(p.place)}".`,
      `Please reply by ${s.moment(p.expires)}: 1 to come, 2 not to. Without an answer it goes to the next one.`,
    ),
  'activity.passed': (p, s) =>
    lines(
      top(p, s),
      p.why === 'late'
        ? 'There was no answer, so the place went to the next one. Never mind.'
        : 'The place goes to the next one. Thank you for telling.',
      `To get in line again, reply "sign up #${p.number}".`,
    ),
  'activity.left': (p, s) =>
    lines(
      top(p, s),
      p.people > 1
        ? `Taken off the list, all ${p.people} of you. Thank you for telling.`
        : 'Taken off the list. Thank you for telling.',
      `If you can come after all, reply "sign up #${p.number}".`,
    ),
  'activity.joined': (p, s) =>
    lines(
      top(p, s),
      `New on the list: ${[...p.names.map((one) => nameOf(one, s)), ...(p.others === 0 ? [] : [`${p.others} more`])].join(', ')}.`,
      p.needed >= unlimited
        ? `${p.count} so far, no limit.`
        : `${p.count} so far, ${Math.max(0, p.needed - p.count)} to go.`,
      howToSign(p.number),
    ),
  'activity.list': (p, s) =>
    lines(
      `${top(p, s)} | ${{ full: 'full', closing: 'sign-ups closed', asked: 'the list' }[p.why]}`,
      ...p.names.map((one, index) => `${index + 1}. ${nameOf(one, s)}${one.people > 1 ? ` (${one.people})` : ''}`),
      p.others === 0 ? null : `${p.others} more signed up in private.`,
      `${p.count} in all${p.needed >= unlimited ? '' : `, ${p.needed} wanted`}${p.waiting === 0 ? '' : `, ${p.waiting} waiting`}.`,
      p.why === 'closing'
        ? 'On the spot, send me "check in" with the code in private.'
        : p.count >= p.needed
          ? `To wait for a place, reply "sign up #${p.number}".`
          : howToSign(p.number),
    ),
  'activity.ask-leave': (p, s) =>
    lines(
      top(p, s),
      'Your name is gone from the list that you sent. Do you want to be taken off?',
      'Off the list: 1; you still come: 2. Without an answer you stay on it.',
    ),
  'activity.named': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.by)} wrote your name down to come. It counts when you say so.`,
      `${s.day(p.from)}, ${s.clock(p.from)}, at "${s.place(p.place)}". To come: 1; not to come: 2.`,
    ),
  'activity.names-asked': (p, s) =>
    lines(
      top(p, s),
      p.asked.length === 0 ? null : `I asked ${namesOf(p.asked, s)} in private; it counts when they say so.`,
      p.already.length === 0 ? null : `On the list already: ${namesOf(p.already, s)}.`,
      `To come yourself, reply "sign up #${p.number}".`,
    ),
  'activity.meets': (p, s) =>
    lines(
      top(p, s),
      `It is for people who are: ${p.asked.map((one) => requirementsSaid[one]).join(', ')}. Are you?`,
      'Reply 1 if so, and you are signed up; 2 if not.',
    ),
  'activity.declined': (p, s) =>
    lines(top(p, s), 'You are not on the list.', `If you change your mind, reply "sign up #${p.number}".`),
  'activity.taken-off': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.by)} took you off the list of ${s.day(p.from)}, ${s.clock(p.from)}.`,
      `If that is wrong, reply "sign up #${p.number}", or "人工".`,
    ),
  'activity.taken-off-done': (p, s) =>
    lines(top(p, s), `${p.people} off the list; they were told.`, `To see how it stands, reply "status #${p.number}".`),
  'activity.cancelled': (p, s) =>
    lines(
      top(p, s),
      `It is called off: ${s.day(p.from)}, ${s.clock(p.from)}.${p.words.length === 0 ? '' : ` Why: "${s.words(p.words)}"`}`,
      'Please do not come. Thank you.',
    ),
  'activity.cancelled-done': (p, s) =>
    lines(
      top(p, s),
      `Called off; ${p.people} people were told.`,
      'To call again, reply "organise" with what it is about.',
    ),
  'activity.state': (p, s) =>
    lines(
      `${top(p, s)} | ${phases[p.phase]}`,
      p.plan === null ? null : `${whenAndWhere(p.plan, s)}. ${neededSaid(p.needed)}, ${p.count} so far.`,
      p.code === null ? null : `The code to check in is ${p.code}; please not in a group.`,
      p.proof === null ? null : `Here is the photo of the paper list of ${s.day(p.proof)}.`,
      p.yours === null || p.phase !== 'open' ? null : already[p.yours],
      p.phase !== 'open'
        ? 'To talk to a person, reply "人工".'
        : p.yours === null
          ? `To come, reply "sign up #${p.number}"; for two add "2 people".`
          : `If you can't come, reply "sign off #${p.number}".`,
    ),
};
