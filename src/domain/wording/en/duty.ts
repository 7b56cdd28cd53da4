import type { Speaker, TopicCatalogue } from '../params';
import type { MorningItem } from '../morning-line';
import { head, lines, list } from './phrases';

const wants: Readonly<Record<MorningItem['want'], string>> = {
  claim: 'please take it',
  finish: 'please finish it',
  arrange: 'please see to it',
  look: 'please have a look',
};

const itemLine = (item: MorningItem, s: Speaker): string =>
  [
    `${head(item, s)}: ${wants[item.want]}`,
    item.due === null ? '' : `, by ${s.moment(item.due)}`,
    item.words.length === 0 ? '' : ` ("${s.words(item.words)}")`,
    item.standsFor === null ? '' : ` (for ${s.name(item.standsFor)})`,
  ].join('');

/** Who is there, who is not, and who stands in. */
export const duty: TopicCatalogue<'duty'> = {
  'duty.on': (p, s) =>
    lines(
      `Noted: ${s.name(p.person)} is on duty from ${s.moment(p.from)} to ${s.moment(p.to)} (${s.area(p.area)}).`,
      'What is urgent goes to whoever is on duty. If you cannot come, find somebody to take over first.',
    ),
  'duty.leave': (p, s) =>
    lines(
      `Noted: ${s.name(p.person)} is away from ${s.moment(p.from)} to ${s.moment(p.to)}${p.substitute === null ? '; nobody was named to stand in' : `; ${s.name(p.substitute)} stands in`}.`,
      p.substitute === null
        ? 'When somebody will stand in, reply "由 NAME 代".'
        : 'What is in hand goes over then, and whoever stands in was told.',
      'Back earlier? Reply "销假".',
    ),
  'duty.stand-in': (p, s) =>
    lines(
      `${s.name(p.person)} is away until ${s.moment(p.to)}; you stand in.`,
      p.open.length === 0
        ? 'Nothing is handed to you now; what comes in will be sent to you.'
        : `Handed to you (${p.open.length}):`,
      p.open.length === 0 ? null : list(p.open, s),
      p.open.length === 0
        ? 'To see what is open, reply "待办".'
        : 'For photos and words reply "claim" and the number; cannot do it? Reply "转 #number 给 NAME 因为 …".',
    ),
  'duty.stand-in-coming': (p, s) =>
    lines(
      `${s.name(p.person)} is away from ${s.moment(p.from)} to ${s.moment(p.to)}; you stand in. What is in hand will be listed for you then.`,
      `If you are away too, please tell ${s.name(p.person)} soon.`,
    ),
  'duty.stand-in-over': (p, s) =>
    lines(
      `You need not stand in for ${s.name(p.person)} any more.`,
      'What was handed to you stays with you; to give it back, reply "转 #number 给 NAME 因为 …".',
    ),
  'duty.stands-for': (p, s) => `${s.name(p.person)} is away; you stand in.`,
  'duty.morning': (p, s) =>
    lines(
      p.items.length === 1 ? 'One matter waits for you:' : `${p.items.length} matters wait for you:`,
      ...p.items.map((item, index) => `${index + 1}. ${itemLine(item, s)}`),
      'Reply with the number of the one you mean: "接 #number", "办结 #number", "转 #number 给 NAME 因为 …"; for its history "查 #number".',
    ),
  'duty.back': (p, s) =>
    lines(
      `Noted: ${s.name(p.person)} is back; what comes in goes there again.`,
      p.substitute === null
        ? 'To see what is open, reply "待办".'
        : `What was handed to ${s.name(p.substitute)} stays there; to have it back, ask ${s.name(p.substitute)}.`,
    ),
};
