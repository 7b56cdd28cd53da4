import * as api from './api.js';
import { samplePhoto } from './composer.js';
import { move, untilMorning } from './move.js';

import { state, calm, ensureLoaded, messagesOf, open, openChat, personById, programNow } from './state.js';
import { isWeekend, minuteOfDay, t } from './words.js';

const reporterId = 'zhao-fei';
const otherId = 'qian-jin';
const group = 'riders';
const privateOf = (id) => personById(id)?.privateChat ?? '';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const minutesOf = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
/** Whether the demo neighbourhood sleeps. */
export const isQuiet = () => {
  const quiet = state.clock?.quietHours;
  if (!quiet) return false;
  const [now, from, to] = [minuteOfDay(programNow()), minutesOf(quiet.from), minutesOf(quiet.to)];
  return from > to ? now >= from || now < to : now >= from && now < to;
};

/** Whether two hours from now are still working time, holidays apart: then two hours are enough to see it. */
const isOfficeTime = () => {
  const now = programNow();
  return !isWeekend(now) && minuteOfDay(now) >= 8 * 60 && minuteOfDay(now) <= 15.5 * 60;
};

/** A photo first, its words after it, as riders do. */
const report = async (from, photo, words) => {
  await api.say(group, { from, photos: [await samplePhoto(photo)] });
  await pause(1500);
  await api.say(group, { from, text: words });
  await api.settle();
};

/** The ticket that this person reported last; null while there is none. */
const ticketOf = async (from, since) => {
  const numbers = new Set(
    [group, privateOf(from)]
      .flatMap((chat) => messagesOf(chat))
      .filter(({ matter, at }) => matter !== null && at >= since)
      .map(({ matter }) => matter),
  );
  for (const { why = [], at } of messagesOf(group))
    if (at >= since) for (const [, number] of why.join(' ').matchAll(/#(\d{3,9})/gu)) numbers.add(Number(number));
  for (const number of [...numbers].sort((one, other) => other - one)) {
    const ticket = await api.getTicket(number).catch(() => null);
    if (ticket?.reporters.includes(from)) return ticket;
  }
  return null;
};

const handlerOf = (ticket) => {
  const people = (ticket.owner === null ? ticket.handlers : [ticket.owner]).map(personById).filter(Boolean);
  return people.find(({ building }) => building !== null && ticket.place.includes(building)) ?? people[0] ?? null;
};

/** The newest message of the bot about this ticket in somebody's private chat that offers this choice. */
const offer = (person, ticket, choice) =>
  messagesOf(privateOf(person)).findLast(
    ({ from, matter, choices }) =>
      from === 'bot' && matter === ticket.number && choices.some(({ id }) => id === choice),
  ) ?? null;

const pressAs = async (person, message, choice) => {
  await openChat(privateOf(person));
  await api.choose(privateOf(person), message.id, person, choice);
  calm(privateOf(person));
  await api.settle();
};

const begin = (memory) => ({
  step: 1,
  text: t('guide.start'),
  more: t('guide.startMore'),
  label: t('guide.startDo'),
  big: true,
  run: async () => {
    memory.since = new Date(programNow() - 2000).toISOString();
    await Promise.all([open('reporter', privateOf(reporterId)), open('group', group)]);
    state.speakers.set(group, reporterId);
    await report(reporterId, 'cars', t('guide.words1'));
  },
});

const night = () => ({
  step: 2,
  text: t('guide.night'),
  label: t('guide.nightDo'),
  run: () => move({ to: untilMorning() }),
});

const claiming = (ticket, handler, card, choice) => {
  const { number } = ticket;
  const isAlarm = choice === 'take-charge';
  return {
    step: 2,
    text: t(isAlarm ? 'guide.critical' : 'guide.claim', { number, name: handler.name }),
    label: t(isAlarm ? 'guide.criticalDo' : 'guide.claimDo', { name: handler.name }),
    run: () => pressAs(handler.id, card, choice),
  };
};

const resolving = (ticket, handler) => {
  const card = messagesOf(handler.privateChat).find(({ from, matter }) => from === 'bot' && matter === ticket.number);
  return {
    step: 3,
    text: t('guide.resolve'),
    label: t('guide.resolveDo', { name: handler.name }),
    run: async () => {
      await openChat(handler.privateChat);
      await api.say(handler.privateChat, {
        from: handler.id,
        text: t('guide.wordsDone'),
        photos: [await samplePhoto('clean')],
        replyTo: card?.id ?? null,
      });
      calm(handler.privateChat);
      await api.settle();
    },
  };
};

const answering = (ticket) => {
  const question = offer(reporterId, ticket, 'solved-satisfied');
  const { next } = state.clock;
  if (question === null)
    return {
      step: 4,
      text: t('guide.answerWait'),
      label: next && t('guide.answerWaitDo'),
      run: () => next && move({ to: next.at }),
    };
  return {
    step: 4,
    text: t('guide.answer', { name: personById(reporterId).name }),
    label: t('guide.answerDo'),
    run: () => pressAs(reporterId, question, 'solved-satisfied'),
  };
};

/** Somebody else's report that nobody claims; the clock goes to where the community hears of it. */
const unclaimed = (memory) => async () => {
  const since = new Date(programNow() - 2000).toISOString();
  await report(otherId, 'lamp', t('guide.words2'));
  const ticket = await ticketOf(otherId, since);
  const breach = ticket?.clocks.find(({ what }) => what === 'breach');
  const twoHours = programNow() + 120 * 60_000;
  memory.late = true;
  await move(
    breach && Date.parse(breach.at) >= twoHours
      ? { to: new Date(Date.parse(breach.at) + 60_000).toISOString() }
      : { advanceMinutes: 120 },
  );
};

const finished = (ticket, memory) => {
  const points =
    ticket.postings.flatMap(({ entries }) => entries).find(({ account }) => account === `person:${reporterId}`)
      ?.points ?? 0;
  return {
    step: 5,
    text: t('guide.done'),
    cheer: points > 0 ? t('points.plus', { points }) : null,
    label: t(isOfficeTime() ? 'guide.doneDo' : 'guide.doneLater'),
    run: () => openChat(group).then(unclaimed(memory)),
  };
};

/** The handler of the matter is shown once: whoever then looks at somebody else is left there. */
let shown = '';
const inProgress = async (ticket) => {
  const handler = handlerOf(ticket);
  if (handler === null) return { step: 2, text: t('guide.card') };
  await ensureLoaded(handler.privateChat);
  const showing = `${ticket.number} ${handler.id}`;
  if (shown !== showing) {
    shown = showing;
    await open('handler', handler.privateChat).then(() => (state.tab = 'group'));
  }
  if (ticket.state === 'claimed') return resolving(ticket, handler);
  for (const choice of ['claim', 'take-charge']) {
    const card = offer(handler.id, ticket, choice);
    if (card) return claiming(ticket, handler, card, choice);
  }
  return isQuiet() ? night() : { step: 2, text: t('guide.card') };
};

/** What to show now, from what is true now: whoever presses around instead of following is not lost. */
export const nextStep = async (memory) => {
  if (!memory.since) return begin(memory);
  if (memory.late)
    return { step: 5, text: t('guide.late'), label: t('guide.again'), again: true, run: () => Promise.resolve() };
  const ticket = await ticketOf(reporterId, memory.since);
  if (ticket === null) return { step: 1, text: t('guide.card') };
  switch (ticket.state) {
    case 'reported':
    case 'dispatched':
    case 'claimed':
      return inProgress(ticket);
    case 'resolved':
      await ensureLoaded(privateOf(reporterId));
      return answering(ticket);
    case 'called-back':
    case 'archived':
      return finished(ticket, memory);
    default:
      return {
        step: 5,
        text: t('guide.else', { number: ticket.number, state: t(`state.${ticket.state}`) }),
        label: t('guide.again'),
        again: true,
        run: () => Promise.resolve(),
      };
  }
};
