import type { Role } from '../../community/community';
import type { LateNeed } from '../../notices/late-need';
import type { TopicCatalogue } from '../params';
import { lines, said } from './phrases';

const workers: readonly Role[] = ['grid-worker', 'grid-leader', 'staff', 'director'];
const reviewers: readonly Role[] = ['inspector', 'grid-leader', 'staff', 'director'];
const approvers: readonly Role[] = ['staff', 'director'];
const callers: readonly Role[] = ['captain', ...workers];
const holds = (roles: readonly Role[], wanted: readonly Role[]): boolean => roles.some((role) => wanted.includes(role));

const photoRefusals = {
  type: 'This file is not a photo and was not kept.',
  size: 'This photo is too large and was not kept.',
  broken: 'This photo cannot be opened and was not kept.',
} as const;

const lateNeeds: Readonly<Record<LateNeed, string>> = {
  danger: 'Emergencies nobody has taken charge of, please look now',
  unclaimed: 'Taken by nobody',
  overdue: 'Past the time',
  phone: 'To be rung up',
};

export const help: TopicCatalogue<'help'> = {
  'help.list': (p) =>
    lines(
      'In an emergency first ring 110, 119 or 120.',
      'To report: send a photo, say where and what. If it is urgent, begin with "急".',
      'How it is going: "查" and the number. Your matters: "我的". Your points: "积分". What is kept on you: "我的资料".',
      'To add something: "补充" and the number. To withdraw: "撤回" and the number.',
      holds(p.roles, workers)
        ? 'Work: "接", "退", "办结", "等", "继续", "转", "上报", "问报的人", each with the number.'
        : null,
      holds(p.roles, workers) ? 'One matter reported twice: "并 … 到 …"; to undo that: "拆开 …".' : null,
      'A new account: send "换号" from the old one, or "我是 name building" from the new. Where you live: "我住 6号楼". Languages: "language English", "语言 繁体".',
      holds(p.roles, approvers)
        ? 'Accounts joined by mistake: "拆开 name". Who abuses it: "拉黑 name 因为 …", "解除拉黑 name".'
        : null,
      'To speak for somebody old: "我替 name 说话", then "代 name 报" and what it is; to end it: "不替了", "不用替我了".',
      p.roles.includes('rider') ? 'Riders: your station "我在 … 站"; "上班", "下班".' : null,
      'To talk over what concerns us all: "说事" with a line, or with the number of a matter.',
      holds(p.roles, workers)
        ? 'When a step of such a talk is yours and done: "下一步" with the number and the result.'
        : null,
      holds(p.roles, workers) ? 'Suggestions: "采纳", "计划 … 周五前", "不采纳 … 因为 …", each with the number.' : null,
      holds(p.roles, workers)
        ? 'How: "即办" (on the spot), "代办" (on behalf), "陪办 … 明天9点" (together), "上门办 … 周五 14:00-16:00" (at home), each with the number.'
        : null,
      holds(p.roles, workers)
        ? 'Applications: "齐了" when the papers are complete, "还缺 … 户口本" when not, each with the number.'
        : null,
      'For people without a phone: tell them, then "告知 … 上门 满意" with the number.',
      holds(p.roles, workers)
        ? 'Another desk helps: "联 … 物业 做 WHAT"; not needed any more: "撤联 … 物业 因为 …", each with the number.'
        : null,
      holds(p.roles, workers)
        ? 'The Party branch convenes: "召集 … 明天15点 在居委会"; afterwards "纪要 … 解决了" or "纪要 … 没解决", each with the number.'
        : null,
      holds(p.roles, workers) ? 'To let somebody go first: "绿色通道 … 因为 残疾", with the number.' : null,
      'An appointment: "改约 … 周五 15点", "取消预约", each with the number.',
      holds(p.roles, workers) ? 'Emergencies: "我负责", "加人", "误报", each with the number. To do: "待办".' : null,
      holds(p.roles, approvers) ? 'To send a matter to somebody: "派 … 给 …"; to rule on one: "裁定 … 给 …".' : null,
      'To help to look for somebody missed: "找人叫我"; seen them: "看到了", the number, and where.',
      holds(p.roles, workers)
        ? 'Somebody missed: "找人 … age, clothes", "联系人 … name", "扩大", "线索", "找到了", each with the number.'
        : null,
      holds(p.roles, workers) ? 'Somebody lost: "已联系家属", "已报110", "交接", "感谢", each with the number.' : null,
      holds(p.roles, workers) ? 'Who somebody found may be: "认人" and the number, then "家属 … 1".' : null,
      holds(p.roles, workers)
        ? 'People in care, in private only: "台账", "登记", "家属", "换色 … 因为 …", "看过".'
        : null,
      holds(p.roles, workers) ? 'Duty and leave: "值班 我", "请假 到 周五 由 NAME 代", "由 NAME 代", "销假".' : null,
      holds(p.roles, reviewers)
        ? 'Review: "通过", "驳回 … 因为 …"; to ask for an answer: "督办", each with the number.'
        : null,
      holds(p.roles, approvers)
        ? 'How things stand today: "brief"; a month or a grid: "brief this month", with the name behind.'
        : null,
      holds(p.roles, approvers) ? 'To invite: "邀请 网格员", "邀请 骑手群".' : null,
      'Volunteering: "sign up" or "sign off" with the number; on the spot "check in" with the code, and "check out" when you leave.',
      holds(p.roles, callers)
        ? 'To call for volunteers: "organise Saturday 9 to 11 am sweep the garden, 12 people".'
        : null,
      holds(p.roles, callers)
        ? 'Then: "show list", "change activity", "cancel activity", "all came", "absent … name", each with the number.'
        : null,
      'To talk to a person, reply "人工".',
    ),
  'help.my-data': (p, s) =>
    lines(
      `${s.name(p.name)}, this is what is kept on you; only those who handle matters see it:`,
      `Roles: ${p.roles.length === 0 ? 'none yet' : p.roles.map(({ role, area }) => `${s.role(role)} (${s.place({ area, words: null })})`).join(', ')}.`,
      p.building === null ? null : `Home: ${s.place({ area: p.building, words: null })}.`,
      `Open matters: ${p.open.length === 0 ? 'none' : p.open.map((number) => `#${number}`).join(', ')}. Points: ${p.points}.`,
      'Also your account in the chat app, and the words and photos of your reports.',
      'If something is wrong, reply "人工"; to have it all erased, "忘记我".',
    ),
  'help.person': (p, s) =>
    lines(
      `${p.areaName} is told and will find you${p.from === null ? '' : ` from ${s.moment(p.from)}`}.`,
      'In an emergency first ring 110, 119 or 120.',
    ),
  'help.person-again': (p) =>
    lines(`${p.areaName} has been told already; please wait for them.`, 'In an emergency first ring 110, 119 or 120.'),
  'help.person-told': (p, s) =>
    lines(
      `${s.name(p.name)} would like to talk to somebody.`,
      p.words.length === 0 ? null : said(s.name(p.name), p.words, s),
      'Please get in touch.',
    ),
  'help.not-understood': () =>
    lines('Sorry, I do not understand.', 'Please say where and what is wrong. To talk to a person, reply "人工".'),
  'help.edit-unheard': () =>
    lines('I do not act on a message that was edited.', 'To have it done, please send it anew.'),
  'help.several': (p) => `Much is going on, so here are ${p.count} things together:`,
  'help.please-write-first': (p, s) => `@${s.name(p.name)} please write to me in private`,
  'help.photo-needs-words': () => lines('We have your photo.', 'Please say where it is and what is wrong.'),
  'help.photo-refused': (p) =>
    lines(photoRefusals[p.why], 'Please take one with your phone and send it, or just say what is wrong.'),
  'help.too-long': (p) =>
    lines(
      `That is long; the first ${p.kept} characters are kept.`,
      'If something important is missing, please send it in short.',
    ),
  'help.caught-up': (p, s) =>
    lines(
      `The bot was away. ${p.count} matters due since ${s.moment(p.from)} ran late and are dealt with now.`,
      ...p.needs.map(
        ({ need, count, numbers }) =>
          `${lateNeeds[need]}: ${numbers.map((number) => `#${number}`).join(', ')}${count > numbers.length ? ` and more, ${count} in all` : ''}.`,
      ),
      p.undelivered > 0 ? `${p.undelivered} messages were not delivered; they are on the board.` : null,
      p.needs.length > 0
        ? 'Please begin at the top; to take one reply "接" and its number.'
        : 'None of them needs anybody now.',
    ),
};
