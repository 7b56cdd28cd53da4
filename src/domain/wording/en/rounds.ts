import type { TopicCatalogue } from '../params';
import type { Speaker } from '../speaker-port';
import type { Door, MarkLine, VillageLine } from '../round-params';
import { lines } from './phrases';
import { lastOf } from './rounds-last';
import { notDecided, notMarked, notObjected } from './rounds-refused';
import { notYours, phases, reasons } from './rounds-words';

const householdOf = ({ village, door }: Door, s: Speaker): string => `no. "${door}" of ${s.area(village)}`;

const named = (door: Door, s: Speaker): string => `"${s.area(door.village)}${door.door}号"`;

const marksOf = (marks: readonly MarkLine[]): string =>
  marks.map(({ item, mark, most }) => `${item.en} ${mark}/${most}`).join(', ');

const doors = (list: readonly string[]): string => list.map((door) => `"${door}"`).join(', ');

const villageLine = ({ village, households, marked, left }: VillageLine, s: Speaker): string =>
  `${s.area(village)}: ${households} households, ${marked} marked${left.length === 0 ? '' : `; left: ${doors(left)}${households - marked > left.length ? ' and more' : ''}`}`;

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

export const rounds: TopicCatalogue<'round'> = {
  'round.opened': (p, s) =>
    lines(
      `#${p.number} The household round of ${p.month} has begun; please finish by ${s.moment(p.closesAt)}.`,
      ...p.villages.map((line) => villageLine(line, s)),
      'Not your own household. Photos of the outside only, never of the inside.',
      `One message each, for instance "打分 3号 ${p.items.map(({ zh, most }) => `${zh}${most}`).join(' ')}".`,
    ),
  'round.remind': (p, s) =>
    lines(
      `#${p.number} Marking of ${p.month} ends ${s.moment(p.closesAt)}.`,
      ...p.villages.map((line) => villageLine(line, s)),
      'Please go on: reply "打分" with number and marks. If you cannot, reply "请假" or tell staff.',
    ),
  'round.progress': (p, s) =>
    lines(
      `#${p.number} Household round of ${p.month}${p.closesAt === null ? '' : `, until ${s.moment(p.closesAt)}`}.`,
      ...p.villages.map((line) => villageLine(line, s)),
      p.closesAt === null
        ? 'Nothing is marked now; you will be told when it begins.'
        : 'To mark one, reply "打分" with number and marks.',
    ),
  'round.marked': (p, s) =>
    lines(
      `${p.again ? 'Changed' : 'Noted'} for ${householdOf(p, s)}: ${marksOf(p.marks)}, ${p.total}/${p.most} in all.`,
      p.photo === 'kept'
        ? 'The photo is kept as proof and shown to nobody; if it shows the inside, take it back at once.'
        : null,
      p.photo === 'dropped'
        ? 'The photo was not kept: only of the outside, together with the marks of what is outside.'
        : null,
      p.left === 0 ? 'That was the last one of the village, thank you.' : `${p.left} more in this village.`,
      'Made a mistake? Send it again before the end.',
    ),
  'round.not-marked': (p, s) =>
    lines(
      `${p.door === null ? '' : `${householdOf(p.door, s)}: `}${notMarked(p.why, s)}`,
      'To see what is left, reply "打分".',
    ),
  'round.no-household': (p, s) =>
    lines(
      p.said === null
        ? 'It is not clear which household is meant; nothing was changed.'
        : `There is no "${p.said}"${p.village === null ? '' : ` in ${s.area(p.village)}`}; nothing was changed.`,
      p.near.length === 0 ? null : `There are ${doors(p.near)}: is it one of these?`,
      'Please write its number, as "3号"; with several villages the village first.',
    ),
  'round.marks': (p, s) =>
    lines(
      `Your household (${householdOf(p, s)}), round of ${p.month}: ${marksOf(p.marks)}, ${p.total}/${p.most} in all.`,
      p.plaque === null ? null : `Enough for the plaque (${p.plaque.en}).`,
      `Only your household sees this. Without objection its account gets ${p.points} points.`,
      `Not right? Reply "异议" with the reason by ${s.moment(p.until)}.`,
    ),
  'round.paper': (p, s) =>
    lines(
      `${p.number === null ? '' : `#${p.number} `}Paper cards of ${s.area(p.village)}, ${p.month}, for households that do not chat. Please carry them; never post them:`,
      ...p.lines.map(({ door, total }) => `"${door}" ${total === null ? '____' : total}`),
      p.lines.length === 0 ? 'Every household of the village chats.' : null,
      p.until === null
        ? 'When a head can chat, reply "户主" with number and name.'
        : `Who objects, please tell staff by ${s.moment(p.until)}: they pass it on.`,
    ),
  'round.published': (p, s) =>
    lines(
      `#${p.number} The round of ${p.month} is marked: ${p.told} households told, ${p.paper} of them by card, ${p.unmarked} not marked.`,
      `They may object until ${s.moment(p.until)}; then the points are posted.`,
      'To see objections, reply "异议".',
    ),
  'round.objected': (p, s) =>
    lines(
      `The objection of ${householdOf(p, s)} is noted; staff decide it.`,
      'You will be told, and nothing is posted before.',
      'To see the account, reply "户积分".',
    ),
  'round.objection': (p, s) =>
    lines(
      `${householdOf(p, s)} objects: "${s.words(p.words)}"`,
      `Its marks now: ${marksOf(p.marks)}, ${p.total}/${p.most} in all.`,
      `To change them, reply "改分" with ${named(p, s)}, the marks and "因为 …"; to uphold them, "维持" with ${named(p, s)} and "因为 …".`,
    ),
  'round.not-objected': (p, s) =>
    lines(
      `${p.door === null ? '' : `${householdOf(p.door, s)}: `}${notObjected(p.why, s)}`,
      'To see the account, reply "户积分".',
    ),
  'round.objections': (p, s) =>
    lines(
      p.open.length === 0
        ? 'No objection waits.'
        : `Objections to decide: ${p.open.map((door) => householdOf(door, s)).join('; ')}${p.more > 0 ? ` and ${p.more} more` : ''}.`,
      p.open.length === 0
        ? 'You will be told when there is one.'
        : 'To change marks, reply "改分" with village, number, marks and "因为"; to uphold them, "维持" with village and number.',
    ),
  'round.ruled': (p, s) =>
    lines(
      `The objection of your household (${householdOf(p, s)}) is decided: ${p.changed ? 'changed' : 'upheld'}, ${marksOf(p.marks)}, ${p.total}/${p.most} in all.`,
      p.words.length === 0 ? null : `Why: "${s.words(p.words)}"`,
      p.posted ? `Its account got ${p.points} points.` : `Its account gets ${p.points} points on the day.`,
      'Something to add? Reply "人工".',
    ),
  'round.decided': (p, s) =>
    lines(
      `${p.changed ? 'Changed' : 'Upheld'} for ${householdOf(p, s)}: ${p.total} marks; the household is told.`,
      'To see what is left, reply "异议".',
    ),
  'round.not-decided': (p, s) =>
    lines(
      `${p.door === null ? '' : `${householdOf(p.door, s)}: `}${notDecided(p.why, s)}`,
      'To see what waits, reply "异议".',
    ),
  'round.posted': (p) =>
    lines(
      `#${p.number} The round of ${p.month} is posted: ${p.households} households, ${p.points} points; ${p.plaques} have the plaque (${p.plaque.en}).`,
      p.open === 0 ? null : `${p.open} objections are not decided; their points follow.`,
      'To post the list in the groups, reply "发清洁户".',
    ),
  'round.plaque': (p, s) =>
    lines(
      `Congratulations: your household (${householdOf(p, s)}) has the plaque of ${p.month} (${p.plaque.en}) with ${p.total} marks.`,
      'The list shows its number; for a name of your own reply "户榜名" with it, for none "户榜名 不上".',
    ),
  'round.account': (p, s) =>
    lines(
      `The account of ${householdOf(p, s)} has ${p.balance} points, apart from anybody's own.`,
      ...p.lines.map(
        (line) =>
          `${s.date(line.at)} ${reasons[line.reason] ?? 'other'}${line.number === null ? '' : ` #${line.number}`} ${signed(line.points)}, balance ${line.balance}`,
      ),
      lastOf(p.last),
      `Plaques (${p.plaque.en}): ${p.plaques}.`,
      'A line is wrong? Reply "人工" with its date.',
    ),
  'round.taken-back': (p, s) =>
    lines(
      `#${p.number} ${p.taken} points of the marks of ${p.month} were taken back from ${householdOf(p, s)}, because: "${s.words(p.words)}"`,
      p.missing === 0 ? null : `${p.missing} more were spent already: noted, nobody falls below zero.`,
      p.told ? 'The household was told in private.' : 'No message reaches this household: please tell it yourself.',
      'By mistake? Reply "人工".',
    ),
  'round.taken-from-you': (p, s) =>
    lines(
      `Your household (${householdOf(p, s)}): ${p.taken} points of the marks of ${p.month} were taken back, because: "${s.words(p.words)}"`,
      p.missing === 0 ? null : `${p.missing} more were spent already: noted, you do not fall below zero.`,
      'Not right? Reply "人工". To see the account, reply "户积分".',
    ),
  'round.no-account': () =>
    lines(
      'You are not linked with a household yet.',
      'An inspector of the village replies "户主" with its number and your name.',
    ),
  'round.honours': (p, s) =>
    lines(
      `${p.month}: households with the plaque (${p.plaque.en})`,
      ...p.lines.map(
        (line, index) =>
          `${index + 1}. ${line.name === null ? householdOf(line, s) : `"${line.name}"`} ${line.total}${line.times > 1 ? ` (time ${line.times})` : ''}`,
      ),
      p.more === 0 ? null : `and ${p.more} more.`,
      p.lines.length === 0 ? 'Nothing is posted for this month yet.' : null,
      'For your own household, write "户积分" to me in private.',
    ),
  'round.honours-posted': (p) =>
    lines(
      `The list of ${p.month} (${p.plaque.en}) is in ${p.groups} groups, once a month.`,
      'For the month before, reply "清洁户 上月".',
    ),
  'round.named': (p) => {
    if (!p.fits)
      return lines('The name may hold no numbers; nothing was changed.', 'Please reply "户榜名" with another.');
    return p.name === null
      ? lines('The list will show the number alone.', 'For a name later, reply "户榜名" with it.')
      : lines(`The list will show "${p.name}".`, 'For the number alone, reply "户榜名 不上".');
  },
  'round.not-yours': (p) => notYours[p.what],
  'round.begun': (p) =>
    p.begun
      ? lines(
          `#${p.number} The round of ${p.month} has begun with ${p.households} households; the inspectors are told.`,
          'To see how far it is, reply "打分".',
        )
      : lines(
          `The round of ${p.month} (#${p.number}) has begun before; there is one a month.`,
          'To see how far it is, reply "打分".',
        ),
  'round.linked': (p, s) => {
    if (p.found === 1)
      return lines(
        `"${p.name}" heads ${householdOf(p, s)} from now on and hears its marks in private.`,
        'A mistake? Reply "户主" with number and name again.',
      );
    return lines(
      p.found === 0
        ? `Nobody is called "${p.name}"; nothing was changed.`
        : `${p.found} people are called "${p.name}"; nothing was changed.`,
      'The head should write to me once first; in doubt, reply "人工".',
    );
  },
  'round.state': (p, s) =>
    lines(
      `#${p.number} Household round of ${p.month}: ${phases[p.phase]}.`,
      `${p.households} households, ${p.told} told, ${p.posted} posted.`,
      p.next === null ? null : `Next step: ${s.moment(p.next)}.`,
      'For your own household, reply "户积分".',
    ),
};
