import type { Language } from '../../../domain/wording/say-moment';

const zh = {
  title: '设置',
  intro: '改之前先给您看会怎样；每次改都留着，随时可以退回去。',
  add: '再加一个',
  edit: '改',
  look: '先看会怎样',
  save: '就这么改',
  remove: '删掉',
  removeOwn: '退回原来的',
  cancel: '不改了',
  back: '回到设置',
  willChange: '要改的',
  nothing: '和现在一样，没有要改的。',
  effects: '马上会怎样',
  deadlines: (count: string) => `${count}件在办的事换时限，手上的人会收到通知。`,
  noDeadlines: '没有在办的事换时限。',
  unguarded: (from: string, hours: number) => `${from}起有${hours}个小时没有人值班。紧急的事会去叫全体社区工作人员。`,
  leaving: (name: string, tickets: number) =>
    tickets === 0 ? `${name}不再有职责。` : `${name}不再有职责，手上还有${tickets}件事，请先转给别人。`,
  wrong: '有几处要改一下，还没有存：',
  meanwhile: (name: string, time: string) =>
    `${name}在${time}改了设置，所以您的还没有存。您填的都还在，请对照现在的再看一遍。`,
  versions: '改过的记录',
  version: (number: number) => `第${number}版`,
  now: '现在用的',
  byFile: '配置文件',
  restored: (number: number) => `退回第${number}版`,
  compare: '和现在比',
  takeBack: '退回这一版',
  same: '和现在一样。',
  unreadable: '这一版现在的程序读不了：',
  yaml: '下载（YAML）',
  saved: '改好了。',
  savedAs: (number: number) => `现在是第${number}版。`,
};

type Words = typeof zh;

export const setupWords: Readonly<Record<Language, Words>> = {
  zh,
  en: {
    title: 'Set-up',
    intro: 'You see what a change does before it is made; every change is kept and can be taken back.',
    add: 'Add one',
    edit: 'Change',
    look: 'See what it does',
    save: 'Change it so',
    remove: 'Remove',
    removeOwn: 'Back to the usual',
    cancel: 'Leave it',
    back: 'Back to the set-up',
    willChange: 'What changes',
    nothing: 'It is as it was: nothing to change.',
    effects: 'What it does at once',
    deadlines: (count) => `${count} open tickets get a new deadline; whoever has them is told.`,
    noDeadlines: 'No open ticket gets a new deadline.',
    unguarded: (from, hours) => `From ${from} nobody is on duty for ${hours} hours. Emergencies then go to all staff.`,
    leaving: (name, tickets) =>
      tickets === 0
        ? `${name} has no role any more.`
        : `${name} has no role any more, but ${tickets} open tickets: hand them over first.`,
    wrong: 'Some of it cannot be; nothing is kept yet:',
    meanwhile: (name, time) =>
      `${name} changed the set-up at ${time}, so yours is not kept yet. What you typed is still here: please look at it again.`,
    versions: 'What was changed',
    version: (number) => `Version ${number}`,
    now: 'in use',
    byFile: 'the file',
    restored: (number) => `back to version ${number}`,
    compare: 'Compare',
    takeBack: 'Take this version back',
    same: 'The same as now.',
    unreadable: 'This program cannot read that version:',
    yaml: 'Download (YAML)',
    saved: 'Changed.',
    savedAs: (number) => `This is version ${number}.`,
  },
};
