import type { CareEvent } from '../../care/care-event';
import { colourOf, type CareColour } from '../../care/care-policy';
import type { WordsId } from '../../ids';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type File = WordingParams['care.file'];

const top = ({ number, colour, name }: Pick<File, 'number' | 'colour' | 'name'>, s: Speaker): string =>
  `#${number} ${colour.zh}｜${s.words([name])}`;

const said = (label: string, words: WordsId | null, s: Speaker): string | null =>
  words === null ? null : `${label}：${s.words([words])}`;

const facts = (p: File, s: Speaker): readonly (string | null)[] => [
  said('出生', p.born, s),
  said('住址', p.home, s),
  said('样子', p.looks, s),
  `一对一：${s.name(p.contact)}；看望：${p.colour.visitDays}天一次，下次${s.moment(p.next)}前`,
];

const names = (colours: readonly CareColour[]): string => colours.map(({ zh }) => zh).join('、');

const missing = { name: '姓名', colour: '颜色', home: '住哪栋楼' } as const;

const looked = { ledger: '台账', file: '档案', family: '家属电话', history: '记录', match: '认人名单' } as const;

const asWhom = { contact: '一对一联系人', staff: '社区', duty: '值班' } as const;

const told = (event: CareEvent, colours: readonly CareColour[], s: Speaker): string => {
  const colour = (id: string): string => colourOf(colours, id).zh;
  switch (event.kind) {
    case 'registered':
      return `${s.name(event.by)}登记，${colour(event.colour)}，一对一是${s.name(event.contact)}`;
    case 'amended':
      return `${s.name(event.by)}改了档案，一对一是${s.name(event.contact)}`;
    case 'recoloured':
      return `${s.name(event.by)}换成${colour(event.colour)}，因为“${s.words([event.words])}”`;
    case 'visited':
      return `${s.name(event.by)}${event.met ? '看过了' : '去了，没见到人'}${event.words === null ? '' : `：“${s.words([event.words])}”`}`;
    case 'looked': {
      const why = event.words === null ? '' : `，因为“${s.words([event.words])}”`;
      const of = event.ticket === null ? '' : `，为了 #${event.ticket.number}`;
      return `${s.name(event.by)}（${asWhom[event.as]}）看了${looked[event.what]}${of}${why}`;
    }
    case 'notified':
      return `${event.step === 'missed' ? '过了看望的日子，告诉' : '提醒'}${event.to.map((person) => s.name(person)).join('、')}`;
    case 'skipped':
      return `系统停过，${event.steps.length}次提醒没发出，已接着往下办`;
  }
};

const asked = ({ number, ask }: WordingParams['care.needs-reason']): string => {
  if (ask.kind === 'recolour') return `换色要说明原因，#${number} 还没有换。`;
  return `看 #${number} 的${looked[ask.what]}要说明原因，谁看的、为什么看都会记下来。`;
};

export const care: TopicCatalogue<'care'> = {
  'care.registered': (p, s) =>
    lines(
      top(p, s),
      p.amended ? '改好了，现在是这样：' : '记下了，只有社区和一对一联系人看得到。请先征得本人或家属同意。',
      ...facts(p, s),
      p.family === null
        ? `还没有家属电话，回“登记 #${p.number} 女儿 138…”补上。`
        : `家属：${s.words([p.family])}\n要改，回“登记 #${p.number}”加新的内容。`,
    ),
  'care.yours': (p, s) =>
    lines(top(p, s), `${s.name(p.by)}请您一对一联系这位。`, ...facts(p, s), `看过了，回“看过 #${p.number}”说一句。`),
  'care.how': (p) =>
    lines(
      `还缺${p.missing.map((what) => missing[what]).join('、')}，什么都没有记。`,
      `颜色有：${names(p.colours)}。`,
      `请照这样发：登记 王秀英 82岁 6号楼2单元301 ${p.colours[0]?.zh ?? ''} 花白短发常穿蓝外套 女儿 王小姐 138…… 联系人 张三`,
    ),
  'care.known-already': (p) =>
    p.number === null
      ? lines('这位已经有人登记了，什么都没有记。', '要知道是谁在联系，回“人工”问社区。')
      : lines(`这位已经登记了，是 #${p.number}，什么都没有记。`, `要改，回“登记 #${p.number}”加新的内容。`),
  'care.contact-unknown': (p) =>
    lines(`没有找到叫“${p.name}”的人，或有两位同名，什么都没有记。`, '请写联系人在这里的全名，再发一次。'),
  'care.private-only': () => lines('台账里的事只在私聊里说，群里不说。', '请在这里再发一次。'),
  'care.file': (p, s) =>
    lines(
      top(p, s),
      ...facts(p, s),
      p.seenAt === null ? '还没有看过。' : `上次看过：${s.time(p.seenAt)}`,
      `家属电话，回“家属 #${p.number}”；经过，回“查 #${p.number}”；看过了，回“看过 #${p.number}”。`,
    ),
  'care.family': (p, s) =>
    lines(
      top(p, s),
      p.family === null ? '没有记下家属电话。' : `家属：${s.words([p.family])}`,
      `您看过电话已记下来，请不要转发。号码变了，回“登记 #${p.number}”加新的。`,
    ),
  'care.recoloured': (p, s) =>
    lines(
      `${top(p, s)}，从${p.from.zh}换成${p.colour.zh}。`,
      `${s.name(p.by)}换的，因为“${s.words(p.words)}”`,
      `现在${p.colour.visitDays}天看一次，请在${s.moment(p.next)}前去看，看过回“看过 #${p.number}”。`,
    ),
  'care.visited': (p, s) =>
    p.met
      ? lines(`${top(p, s)}，记下了，辛苦您。`, `下次请在${s.moment(p.next)}前去看，看过回“看过 #${p.number}”。`)
      : lines(
          `${top(p, s)}，记下了没见到人，这次不算看过。`,
          '担心出事，先打110，再发“急”加一句话。',
          `请明天再去一次，最晚${s.moment(p.next)}，看过回“看过 #${p.number}”。`,
        ),
  'care.remind': (p, s) =>
    lines(
      `${top(p, s)}，${p.again ? '上次没见到人，请今天再去一次' : '该去看看了'}，最晚${s.moment(p.due)}。`,
      said('住址', p.home, s),
      `看过了，回“看过 #${p.number}”说一句；没见到，回“看过 #${p.number} 没见到人”。`,
    ),
  'care.missed': (p, s) =>
    lines(
      `${top(p, s)}，${s.moment(p.due)}前该去看，还没有去。`,
      p.yours
        ? '已经告诉社区，请您尽快去。'
        : `一对一是${s.name(p.contact)}，已提醒过。您管台账，所以请您过问，只说这一次。`,
      `看过了，回“看过 #${p.number}”；换人联系，回“登记 #${p.number} 联系人 姓名”。`,
    ),
  'care.ledger': (p, s) =>
    lines(
      p.own
        ? '您一对一联系的：'
        : `五色台账：${p.counts.map(({ colour, count }) => `${colour.zh}${count}人`).join('，')}`,
      p.lines.length === 0 ? '还没有登记的人。' : null,
      ...p.lines.map(
        (line) => `${top(line, s)}，下次${s.moment(line.next)}前${p.own ? '' : `，${s.name(line.contact)}联系`}`,
      ),
      p.more > 0 ? `还有${p.more}位，回“台账 红色”这样只看一种颜色。` : null,
      p.lines.length === 0
        ? '要登记，回“登记”看怎么写。'
        : '看一位的档案，回“台账”加号码；看过了，回“看过”加号码。您看过这份台账已记下来。',
    ),
  'care.history': (p, s) =>
    lines(
      top(p, s),
      ...p.events.map((event) => `${s.time(event.at)} ${told(event, p.colours, s)}`),
      `看档案，回“台账 #${p.number}”。`,
    ),
  'care.which-colour': (p) =>
    lines(
      `#${p.number} 换成什么颜色？什么都没有改。`,
      `颜色有：${names(p.colours)}。请回“换色 #${p.number} 颜色 因为 …”。`,
    ),
  'care.same-colour': (p, s) =>
    lines(`${top(p, s)}，本来就是${p.colour.zh}，什么都没有改。`, `要换，回“换色 #${p.number} 颜色 因为 …”。`),
  'care.needs-reason': (p) => lines(asked(p), '为什么？请直接回一句话。'),
};
