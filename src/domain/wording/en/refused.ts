import { labels } from '../labels';
import type { TopicCatalogue } from '../params';
import { head, lines, list } from './phrases';
import { searchRefusals } from './ticket-search';
import { jointRefusals } from './ticket-joint';
import { wayRefusals } from './ticket-ways';
import { inPersonRefusals } from './ticket-in-person';
import { papersRefusals } from './ticket-papers';
import { meetingRefusals } from './ticket-meeting';
import { mergeRefusals } from './ticket-merge';

const example = (verb: string, number: number): string =>
  verb === '转' ? `转 #${number} 给 NAME 因为 …` : `${verb} #${number} 因为 …`;

/** What cannot be done: what did not happen, why, and what to do instead. */
export const refusals: TopicCatalogue<'refused'> = {
  ...meetingRefusals,
  ...mergeRefusals,
  ...wayRefusals,
  ...papersRefusals,
  ...searchRefusals,
  ...inPersonRefusals,
  ...jointRefusals,
  'refused.not-found': (p, s) =>
    lines(
      `There is no #${p.number} that you can use. Nothing was changed.`,
      `Your matters: ${p.open.length > 1 ? '\n' : ''}${list(p.open, s)}`,
      'Please send it again with a number from above, or reply "人工".',
    ),
  'refused.which-number': (p, s) =>
    p.open.length === 0
      ? lines(`There is nothing to "${p.verb}". Nothing was changed.`, 'To ask a person for help, reply "人工".')
      : lines(
          `Which one do you want to "${p.verb}"?`,
          list(p.open, s),
          `Please reply "${p.verb}" and the number, such as "${p.verb} #${p.open[0]?.number ?? ''}".`,
        ),
  'refused.role': (p, s) =>
    lines(
      head(p, s),
      `Only those who handle this can say "${p.verb}". Nothing was changed.`,
      `If you have something to say, reply "补充 #${p.number}" and go on.`,
    ),
  'refused.state': (p, s) =>
    lines(
      head(p, s),
      `This is ${labels.en.states[p.state]} now, so "${p.verb}" is not possible. Nothing was changed.`,
      `To see every step, reply "查 #${p.number}".`,
    ),
  'refused.needs-words': (p, s) =>
    lines(
      head(p, s),
      `"${p.verb}" needs a sentence or a photo.`,
      `Please reply "${p.verb} #${p.number}" with what there is to say.`,
    ),
  'refused.needs-reason': (p, s) =>
    lines(
      head(p, s),
      `"${p.verb}" needs a reason that the reporter can be told.`,
      `Please reply "${example(p.verb, p.number)}".`,
    ),
  'refused.already-assigned': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)} was first to send it on, at ${s.time(p.at)}.`,
      'There is nothing for you to do. Thank you.',
    ),
  'refused.ruled': (p, s) =>
    lines(
      head(p, s),
      `The level above ruled that this is yours; "${p.verb}" changes nothing.`,
      `If you cannot settle it, reply "上报 #${p.number} 因为 …".`,
    ),
  'refused.needs-destination': (p, s) =>
    lines(
      head(p, s),
      'If this is not for the community, say to whom it was sent, so that the reporter knows.',
      `Please reply "退 #${p.number} 给 … 因为 …".`,
    ),
  'refused.follows-enough': ({ number, most }) =>
    lines(
      `You follow ${most} matters already; #${number} was not added.`,
      'Reply "取消关注 #…" for one that you need not hear of any more, then follow this one.',
    ),
  'refused.own-work': (p, s) =>
    lines(
      head(p, s),
      `Nobody can say "${p.verb}" of work of their own; nothing was changed.`,
      'Somebody else is asked to look at it; there is nothing for you to do.',
    ),
  'refused.no-suggestion': (p, s) =>
    lines(
      `${head(p, s)} is no suggestion: there is no "${p.verb}" for it.`,
      `To take it, reply "接 #${p.number}"; when it is done, "办结 #${p.number}".`,
    ),
  'refused.not-asked': (p, s) =>
    lines(
      head(p, s),
      'No question about this is open. Nothing was changed.',
      `To see every step, reply "查 #${p.number}".`,
    ),
  'refused.no-doubt': (p, s) =>
    p.danger
      ? lines(
          head(p, s),
          'Whether anybody is in danger is not asked any more. Nothing was changed.',
          `If there is danger, ring ${p.emergencyNumber} first, then send "急" with where it is and what happens: people are called at once.`,
        )
      : lines(
          head(p, s),
          'Whether anybody is in danger is not asked any more. Nothing was changed.',
          `If people were called for nothing, whoever has it replies "误报 #${p.number}".`,
        ),
  'refused.no-question': () => lines('No question is waiting for you.', 'To see your matters, reply "我的".'),
  'refused.too-late-to-withdraw': (p, s) =>
    lines(
      head(p, s),
      `${p.owner === null ? 'You are no longer the only one with this matter' : `${s.name(p.owner)} is working on it`}, so it cannot be withdrawn.`,
      `If it is not needed any more, reply "补充 #${p.number} 不用办了"; whoever has it will see that.`,
    ),
  'refused.person-unknown': (p, s) =>
    lines(
      head(p, s),
      'There is no such person, or more than one. Nothing was changed.',
      `Please write the whole name: "${example(p.verb, p.number)}".`,
    ),
  'refused.desk-empty': (p, s) =>
    lines(
      head(p, s),
      `Nobody of ${s.area(p.desk)} is there now. Nothing was changed.`,
      `Please give it to somebody else: "转 #${p.number} 给 姓名 因为 …".`,
    ),
  'refused.not-your-word': (p) =>
    lines(
      `"${p.word}" is for ${p.whose === 'staff' ? 'those who work for the community' : 'riders'}. Nothing was changed.`,
      'If something is wrong, say where and what; to reach a person, reply "人工".',
    ),
  'refused.duty-circle': (p, s) =>
    lines(
      `That goes round in a circle: ${p.chain.map((person) => s.name(person)).join(' → ')}. In the end nobody is there, so nothing was changed.`,
      'Please name somebody else: "请假 到 周五 由 NAME 代".',
    ),
  'refused.duty-empty': (p, s) =>
    lines(
      `Without you nobody is on duty for ${s.area(p.area)} from ${s.moment(p.at)}, so nothing was changed.`,
      'Please find somebody to stand in, and say it again: "请假 到 周五 由 NAME 代".',
    ),
  'refused.duty-away': (p, s) =>
    lines(
      `${s.name(p.substitute)} is away too at ${s.moment(p.at)}, and nobody stands in, so nothing was changed.`,
      'Please name somebody else: "请假 到 周五 由 NAME 代".',
    ),
  'refused.duty-person': (p) =>
    lines(
      `No one person called "${p.name}" who works here was found; nothing was changed.`,
      'Please give the full name of a grid worker, a grid leader or one of the community staff.',
    ),
  'refused.duty-role': () =>
    lines(
      'Duty and leave of others are for the community staff; nothing was changed.',
      'For yourself: "值班 我" or "请假 到 周五".',
    ),
  'refused.duty-when': () =>
    lines(
      'The days were not understood; nothing was changed.',
      'Please say "请假 到 周五", "请假 从 周一 到 周三" or "值班 我 到 周日".',
    ),
  'refused.duty-no-leave': () =>
    lines('No leave of yours was found; nothing was changed.', 'To go on leave: "请假 到 周五 由 NAME 代".'),
};
