import type { PersonId, WordsId } from '../../ids';
import type { TicketEvent } from '../../ticket/ticket-event';
import { isOver, labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, lines } from './phrases';

const quoted = (words: WordsId | null, speaker: Speaker): string =>
  words === null ? '' : `: "${speaker.words([words])}"`;

const named = (people: readonly PersonId[], speaker: Speaker): string =>
  people.length === 0 ? 'nobody found' : people.map((person) => speaker.name(person)).join(', ');

const answer = (event: Extract<TicketEvent, { kind: 'call-back-answered' }>): string => {
  const who = event.for === null ? 'the reporter says' : 'the reporter says on the telephone';
  if (!event.solved) return `${who}: not solved`;
  return `${who}: solved, ${event.satisfied === false ? 'but not satisfied' : 'satisfied'}`;
};

const endings: Readonly<Record<Extract<TicketEvent, { kind: 'archived' }>['reason'], string>> = {
  'called-back': 'closed',
  withdrawn: 'closed as withdrawn',
  refused: 'closed: cannot be done',
  'not-ours': 'closed: not for the community',
  'false-alarm': 'closed as a false alarm',
};

/** One step in plain words. Those who reported are never named; those who answer for it are. */
const step = (event: TicketEvent, s: Speaker): string => {
  switch (event.kind) {
    case 'reported':
      return `${s.role(event.role)} reported it`;
    case 'joined':
      return event.as === 'me-too' ? `${s.role(event.role)} has it too` : `${s.role(event.role)} reported it as well`;
    case 'supplemented':
      return 'something was added';
    case 'officers-named':
      return 'what was added names staff: it goes past them';
    case 'categorised':
      return `sorted under "${s.category(event.category)}"`;
    case 'danger-confirmed':
      return event.why === 'time' || event.why === 'unreachable'
        ? 'the reporter did not answer: taken for danger'
        : 'danger confirmed';
    case 'danger-denied':
      return `the reporter says nobody is in danger: ${s.category(event.category)}`;
    case 'placed':
      return `the place is known: ${s.place(event.place)}`;
    case 'dispatched':
      return `sent to ${s.area(event.desk)} (${named(event.handlers, s)})`;
    case 'claimed':
      return `taken by ${s.name(event.by)}`;
    case 'took-charge':
      return `${s.name(event.by)} is in charge`;
    case 'hands-asked':
      return `${s.name(event.by)} asked for more hands; ${event.to.length} people were called`;
    case 'noted':
      return `a note${quoted(event.words, s)}`;
    case 'waiting-began':
      return `waiting until ${s.moment(event.until)}${quoted(event.words, s)}`;
    case 'waiting-ended':
      return 'the work goes on';
    case 'handed-over':
      return `handed over to ${s.name(event.to)}${quoted(event.words, s)}`;
    case 'raised':
      return `brought to ${named(event.to, s)}${quoted(event.words, s)}`;
    case 'resolved':
      return `done by ${s.name(event.by)}${quoted(event.words, s)}${event.photos.length > 0 ? ' (with a photo)' : ''}`;
    case 'call-back-asked':
      return event.ask > 1 ? `the reporter was asked, time ${event.ask}` : 'the reporter was asked';
    case 'phone-task-given':
      return `${named(event.to, s)} was asked to telephone`;
    case 'call-back-answered':
      return answer(event);
    case 'not-seen-yet':
      return `the reporter has not looked yet; asked again ${s.moment(event.nextAt)}`;
    case 'reopened':
      return 'opened again';
    case 'awarded':
      return `${event.points} points for the reporter`;
    case 'notified':
      return `${named(event.to, s)} was told`;
    case 'alarmed':
      return `alarm ${event.round}: ${event.to.length} people called`;
    case 'skipped':
      return `after an outage, ${event.steps.length} late notices were passed over`;
    case 'withdrawn':
      return 'withdrawn by the reporter';
    case 'refused-with-reason':
      return `${s.name(event.by)} says it cannot be done${quoted(event.words, s)}`;
    case 'not-ours':
      return `${s.name(event.by)} says it is not for the community${quoted(event.words, s)}`;
    case 'stood-down':
      return `${s.name(event.by)} ${event.why === 'false-alarm' ? 'found a false alarm' : 'ended the alarm'}${quoted(event.words, s)}`;
    case 'archived':
      return endings[event.reason];
  }
};

type Waiting = WordingParams['ticket.why']['lines'][number];

const stages = { dispatch: 'sent out', claim: 'taken', resolve: 'done' } as const;

/** What time will do next, if nobody does anything. */
const nextStep = ({ what, stage, level }: Waiting): string => {
  const missed = `if it is not ${stage === null ? 'done' : stages[stage]}`;
  switch (what) {
    case 'dispatch':
      return 'somebody is sent';
    case 'warn':
      return `${missed}, a reminder to whoever has it`;
    case 'breach':
      return `${missed}, ${level === null ? 'the level above' : labels.en.levels[level]} is asked to arrange it`;
    case 'confirm':
    case 'alarm':
    case 'alarm-street':
      return 'if nobody is in charge, everyone is called again';
    case 'resume':
      return 'the work goes on';
    case 'call-back':
      return 'the reporter is asked again';
    case 'phone-task':
    case 'phone-late':
      return 'staff are asked to telephone';
  }
};

/** `查`: every step with its time. `为什么`: what is waited for. */
export const ticketHistory = {
  'ticket.history': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      ...p.events.map((event) => `${s.time(event.at)} ${step(event, s)}`),
      p.reopenings > 0 ? `Opened again ${p.reopenings === 1 ? 'once' : `${p.reopenings} times`}.` : null,
      p.due === null
        ? null
        : `Now ${p.owner === null ? 'nobody has taken it' : `it rests with ${s.name(p.owner)}`}; it is looked at again ${s.moment(p.due)}.`,
      isOver(p.state)
        ? 'If it is still a problem, send a photo or a few words again.'
        : `To add something, reply "补充 #${p.number}".`,
    ),
  'ticket.why': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      p.owner === null ? null : `It rests with ${s.name(p.owner)} now.`,
      ...p.lines.map((line) => `${s.moment(line.at)}: ${nextStep(line)}.`),
      p.lines.length === 0 ? 'No deadline is running.' : null,
      `To see every step, reply "查 #${p.number}".`,
    ),
} satisfies Partial<Catalogue>;
