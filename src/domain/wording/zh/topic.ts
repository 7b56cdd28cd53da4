import type { Topic } from '../../council/topic';
import type { TopicEvent } from '../../council/topic-event';
import type { PersonId, WordsId } from '../../ids';
import { labels } from '../labels';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Step = WordingParams['topic.stepped']['step'];

const top = (
  { number, loop }: { readonly number: number; readonly loop: Topic['loop'] },
  step: { readonly zh: string } | null,
): string => `#${number} ${loop.zh}${step === null ? '' : `｜${step.zh}`}`;

const about = (words: readonly WordsId[], s: Speaker): string =>
  words.length === 0 ? '事情见照片。' : `说的是：“${s.words(words)}”`;

const names = (people: readonly PersonId[], s: Speaker): string =>
  people.length === 0 ? '社区' : people.map((person) => s.name(person)).join('、');

const needed = { words: '一句结果', photo: '一张照片', date: '一个日子，比如“下周三”', nothing: '' } as const;

const howToStep = (number: number, step: Step): string => {
  if (step === null) return `要说这件事，回 1；不说，回 2。也可以回“查 #${number}”先看看。`;
  const what = needed[step.needs];
  return `办好回“下一步 #${number}”${what === '' ? '' : `，加${what}`}。`;
};

const phases: Readonly<Record<Topic['phase'], string>> = {
  proposed: '还在等社区看要不要说',
  running: '正在办',
  declined: '这次不说',
  archived: '办完归档了',
};

const quoted = (words: WordsId | null, s: Speaker): string => (words === null ? '' : `：“${s.words([words])}”`);

/** One step of the history. */
const told = (event: TopicEvent, steps: Topic['steps'], s: Speaker): string => {
  const stepName = (id: string): string => steps.find((one) => one.id === id)?.zh ?? '';
  switch (event.kind) {
    case 'proposed':
      return event.ticket === null ? '提出这件事' : `从 #${event.ticket.number} 提出这件事`;
    case 'accepted':
      return `${s.name(event.by)}定了要说，从“${steps[0]?.zh ?? ''}”开始`;
    case 'declined':
      return `${s.name(event.by)}说这次不说${quoted(event.words, s)}`;
    case 'stepped':
      return `${s.name(event.by)}做完“${stepName(event.step)}”${quoted(event.words, s)}${event.photos.length > 0 ? '（有照片）' : ''}${
        event.until === null ? '' : `，定在${s.moment(event.until)}`
      }`;
    case 'proposer-asked':
      return '问提出的人解决了没有';
    case 'answered':
      if (!event.solved) return '回访：没解决，接着办';
      return `回访：解决了${event.satisfied === null ? '' : event.satisfied ? '，满意' : '，但不满意'}`;
    case 'notified':
      return `${event.step === 'remind' ? '提醒' : '过了时间，告诉'}${names(event.to, s)}`;
    case 'skipped':
      return `系统停过，${event.steps.length}次提醒没发出，已接着往下办`;
    case 'archived':
      return `${steps.length}步走完，归档完事`;
  }
};

export const topic: TopicCatalogue<'topic'> = {
  'topic.proposed': (p) =>
    lines(top(p, null), '记下了，请社区看要不要拿出来一起说，定了告诉您。', `看进度，回“查 #${p.number}”。`),
  'topic.confirm': (p, s) =>
    lines(
      top(p, null),
      `有人想说一件事${p.ticket === null ? '' : `（从 #${p.ticket} 来）`}，${about(p.words, s)}`,
      '拿出来一起说，回 1；这次不说，回 2。',
    ),
  'topic.declined': (p, s) =>
    lines(
      top(p, null),
      `社区看过了，这件事这次不拿出来一起说。${p.words.length === 0 ? '' : `原因：“${s.words(p.words)}”`}`,
      '想再说说，回“人工”。',
    ),
  'topic.needs-reason': (p) =>
    lines(
      top(p, null),
      '为什么这次不说？提的人要知道，还没有改。',
      `请直接写一句原因；还是要说，回“采纳 #${p.number}”。`,
    ),
  'topic.step': (p, s) =>
    lines(
      top(p, p.step),
      about(p.words, s),
      p.last.length === 0 ? null : `上一步的结果：“${s.words(p.last)}”`,
      `现在到您这一步，请在${s.moment(p.due)}前办好。`,
      howToStep(p.number, p.step),
    ),
  'topic.stepped': (p, s) =>
    p.step === null || p.due === null
      ? lines(top(p, null), '每一步都走完了，归档完事，谢谢您。', `想看经过，回“查 #${p.number}”。`)
      : lines(
          top(p, p.step),
          `记下了。现在是“${p.step.zh}”，由${names(p.to, s)}办，最晚${s.moment(p.due)}。`,
          howToStep(p.number, p.step),
        ),
  'topic.progress': (p, s) =>
    lines(
      top(p, p.step),
      p.last.length === 0 ? null : `上一步的结果：“${s.words(p.last)}”`,
      p.step === null || p.due === null
        ? '您提的事每一步都走完了，归档完事，谢谢您。'
        : `您提的事走到“${p.step.zh}”了，最晚${s.moment(p.due)}有结果。`,
      `看经过，回“查 #${p.number}”。`,
    ),
  'topic.revisit': (p, s) =>
    lines(top(p, null), `您提的事办好了，${about(p.words, s)}`, '解决了，满意回 1；解决了，但不满意回 2；没解决回 3。'),
  'topic.remind': (p, s) =>
    lines(
      `${top(p, p.step)}，请在${s.moment(p.due)}前办好。`,
      about(p.words, s),
      `这一步现在等您。到时没办好，会请上一级帮忙。`,
      howToStep(p.number, p.step),
    ),
  'topic.breach': (p, s) =>
    lines(
      `${top(p, p.step)}，${s.moment(p.due)}的时间过了。`,
      about(p.words, s),
      `已提醒过${names(p.asked, s)}。您是${labels.zh.levels[p.level]}，所以请您过问。`,
      howToStep(p.number, p.step),
    ),
  'topic.history': (p, s) =>
    lines(
      `${top(p, p.step)}｜${phases[p.phase]}`,
      p.words.length === 0 && p.events.length === 0 ? null : about(p.words, s),
      ...p.events.map((event) => `${s.time(event.at)} ${told(event, p.steps, s)}`),
      p.due === null ? null : `下一个时间：${s.moment(p.due)}`,
      p.own && p.phase === 'running' ? howToStep(p.number, p.step) : '要找真人，回“人工”。',
    ),
  'topic.needs': (p) =>
    lines(top(p, p.step), `“${p.step.zh}”还要${needed[p.what]}，什么都没有改。`, '请现在发来，直接发就行。'),
  'topic.not-yours': (p, s) =>
    lines(
      top(p, p.step),
      p.step === null
        ? `这件事由${names(p.to, s)}定，什么都没有改。`
        : `“${p.step.zh}”由${names(p.to, s)}办，什么都没有改。`,
      `看进度，回“查 #${p.number}”。`,
    ),
  'topic.not-now': (p) =>
    lines(
      top(p, p.step),
      `这件事${p.step === null ? phases[p.phase] : `走到“${p.step.zh}”了`}，不用再回。`,
      `看经过，回“查 #${p.number}”。`,
    ),
  'topic.not-opened': (p) => {
    if (p.why === 'words')
      return lines('要说什么事？还没有记。', '请回“说事”，后面写一句；从已报的事来，回“说事 #号码”。');
    if (p.why === 'private') return lines('这件事牵涉个人，不拿出来一起说，什么都没有改。', '想商量怎么办，回“人工”。');
    return lines('这件事已经在说了。', `看进度，回“查 #${p.number ?? ''}”。`);
  },
  'topic.talk-day': (p, s) =>
    lines(
      `${p.loop.zh}：${s.moment(p.at)}`,
      p.topics.length === 0 ? '还没有排上的事。' : '排上的事：',
      ...p.topics.map(({ number, words }) => `#${number} ${s.words(words)}`.trim()),
      '您有大家的事想说，私聊我发“说事”加一句话。',
    ),
};
