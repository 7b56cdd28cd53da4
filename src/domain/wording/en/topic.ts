import type { Topic } from '../../council/topic';
import type { TopicEvent } from '../../council/topic-event';
import type { PersonId, WordsId } from '../../ids';
import { labels } from '../labels';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Step = WordingParams['topic.stepped']['step'];

const top = (
  { number, loop }: { readonly number: number; readonly loop: Topic['loop'] },
  step: { readonly en: string } | null,
): string => `#${number} ${loop.en}${step === null ? '' : ` | ${step.en}`}`;

const about = (words: readonly WordsId[], s: Speaker): string =>
  words.length === 0 ? 'The photo shows what it is about.' : `It is about: "${s.words(words)}"`;

const names = (people: readonly PersonId[], s: Speaker): string =>
  people.length === 0 ? 'the community' : people.map((person) => s.name(person)).join(', ');

const needed = {
  words: 'a line on the result',
  photo: 'a photo',
  date: 'a day, such as "下周三"',
  nothing: '',
} as const;

const howToStep = (number: number, step: Step): string => {
  if (step === null) return `To talk it over, reply 1; if not, reply 2. Or look first: "查 #${number}".`;
  const what = needed[step.needs];
  return `When it is done, reply "下一步 #${number}"${what === '' ? '' : ` with ${what}`}.`;
};

const phases: Readonly<Record<Topic['phase'], string>> = {
  proposed: 'waiting for the community to look at it',
  running: 'under way',
  declined: 'not talked over this time',
  archived: 'finished and filed',
};

const quoted = (words: WordsId | null, s: Speaker): string => (words === null ? '' : `: "${s.words([words])}"`);

/** One step of the history. */
const told = (event: TopicEvent, steps: Topic['steps'], s: Speaker): string => {
  const stepName = (id: string): string => steps.find((one) => one.id === id)?.en ?? '';
  switch (event.kind) {
    case 'proposed':
      return event.ticket === null ? 'brought up' : `brought up from #${event.ticket.number}`;
    case 'accepted':
      return `taken up by ${s.name(event.by)}, beginning with "${steps[0]?.en ?? ''}"`;
    case 'declined':
      return `not taken up by ${s.name(event.by)}`;
    case 'stepped':
      return `"${stepName(event.step)}" done by ${s.name(event.by)}${quoted(event.words, s)}${
        event.photos.length > 0 ? ' (with a photo)' : ''
      }${event.until === null ? '' : `, set for ${s.moment(event.until)}`}`;
    case 'proposer-asked':
      return 'whoever brought it up was asked';
    case 'answered':
      if (!event.solved) return 'asked again: not solved, the work goes on';
      return `asked again: solved${event.satisfied === null ? '' : event.satisfied ? ', satisfied' : ', but not satisfied'}`;
    case 'notified':
      return `${event.step === 'remind' ? 'reminded' : 'late; told'}: ${names(event.to, s)}`;
    case 'skipped':
      return `the system was down; ${event.steps.length} reminders were not sent, and it goes on from here`;
    case 'archived':
      return `all ${steps.length} steps done, filed`;
  }
};

export const topic: TopicCatalogue<'topic'> = {
  'topic.proposed': (p) =>
    lines(
      top(p, null),
      'Noted. The community will see whether it is talked over, and you will hear.',
      `To see how it is going, reply "查 #${p.number}".`,
    ),
  'topic.confirm': (p, s) =>
    lines(
      top(p, null),
      `Somebody would like to talk about something${p.ticket === null ? '' : ` (from #${p.ticket})`}. ${about(p.words, s)}`,
      'To talk it over, reply 1; not this time, reply 2.',
    ),
  'topic.needs-reason': (p) =>
    lines(
      top(p, null),
      'Why not this time? Whoever proposed it is to know; nothing was changed.',
      `Please write the reason now; to talk it over after all, reply "采纳 #${p.number}".`,
    ),
  'topic.declined': (p, s) =>
    lines(
      top(p, null),
      'The community looked at it: it is not talked over this time.',
      p.words.length === 0 ? null : `The reason: "${s.words(p.words)}"`,
      'To talk to a person, reply "人工".',
    ),
  'topic.step': (p, s) =>
    lines(
      top(p, p.step),
      about(p.words, s),
      p.last.length === 0 ? null : `The result of the step before: "${s.words(p.last)}"`,
      `This step is yours now, by ${s.moment(p.due)}.`,
      howToStep(p.number, p.step),
    ),
  'topic.stepped': (p, s) =>
    p.step === null || p.due === null
      ? lines(
          top(p, null),
          'Every step is done and it is filed. Thank you.',
          `To see its history, reply "查 #${p.number}".`,
        )
      : lines(
          top(p, p.step),
          `Noted. Now: "${p.step.en}", with ${names(p.to, s)}, by ${s.moment(p.due)}.`,
          howToStep(p.number, p.step),
        ),
  'topic.progress': (p, s) =>
    lines(
      top(p, p.step),
      p.last.length === 0 ? null : `The result of the step before: "${s.words(p.last)}"`,
      p.step === null || p.due === null
        ? 'What you brought up went through every step and is filed. Thank you.'
        : `What you brought up is now at "${p.step.en}", with a result by ${s.moment(p.due)}.`,
      `To see its history, reply "查 #${p.number}".`,
    ),
  'topic.revisit': (p, s) =>
    lines(
      top(p, null),
      `What you brought up is done. ${about(p.words, s)}`,
      'Solved and satisfied: 1; solved, but not satisfied: 2; not solved: 3.',
    ),
  'topic.remind': (p, s) =>
    lines(
      `${top(p, p.step)}: due ${s.moment(p.due)}.`,
      about(p.words, s),
      'This step waits for you. If it is not done by then, the level above is asked to help.',
      howToStep(p.number, p.step),
    ),
  'topic.breach': (p, s) =>
    lines(
      `${top(p, p.step)}: it was due ${s.moment(p.due)}.`,
      about(p.words, s),
      `Reminded so far: ${names(p.asked, s)}. You are asked because of your level: ${labels.en.levels[p.level]}.`,
      howToStep(p.number, p.step),
    ),
  'topic.history': (p, s) =>
    lines(
      `${top(p, p.step)} | ${phases[p.phase]}`,
      p.words.length === 0 && p.events.length === 0 ? null : about(p.words, s),
      ...p.events.map((event) => `${s.time(event.at)} ${told(event, p.steps, s)}`),
      p.due === null ? null : `Next: ${s.moment(p.due)}`,
      p.own && p.phase === 'running' ? howToStep(p.number, p.step) : 'To talk to a person, reply "人工".',
    ),
  'topic.needs': (p) =>
    lines(top(p, p.step), `"${p.step.en}" still needs ${needed[p.what]}; nothing was changed.`, 'Please send it now.'),
  'topic.not-yours': (p, s) =>
    lines(
      top(p, p.step),
      p.step === null
        ? `${names(p.to, s)} will decide on it; nothing was changed.`
        : `"${p.step.en}" is with ${names(p.to, s)}; nothing was changed.`,
      `To see how it is going, reply "查 #${p.number}".`,
    ),
  'topic.not-now': (p) =>
    lines(
      top(p, p.step),
      `It is ${p.step === null ? phases[p.phase] : `at "${p.step.en}" now`}; no answer is needed.`,
      `To see its history, reply "查 #${p.number}".`,
    ),
  'topic.not-opened': (p) => {
    if (p.why === 'words')
      return lines(
        'What is it about? Nothing was noted.',
        'Reply "说事" with a line; from a matter reported: "说事 #number".',
      );
    if (p.why === 'private')
      return lines(
        'This concerns somebody in person and is not talked over in the open.',
        'To talk to a person, reply "人工".',
      );
    return lines('It is talked over already.', `To see how it is going, reply "查 #${p.number ?? ''}".`);
  },
  'topic.talk-day': (p, s) =>
    lines(
      `${p.loop.en}: ${s.moment(p.at)}`,
      p.topics.length === 0 ? 'Nothing is on the list yet.' : 'On the list:',
      ...p.topics.map(({ number, words }) => `#${number}${words.length === 0 ? '' : ` "${s.words(words)}"`}`),
      'Something that concerns us all? Write to me in private: "说事" with a line.',
    ),
};
