import type { Speaker, TopicCatalogue } from '../params';
import type { MorningItem } from '../morning-line';
import { head, lines, list } from './phrases';

const wants: Readonly<Record<MorningItem['want'], string>> = {
  claim: '请接单',
  finish: '请办好',
  arrange: '请安排',
  look: '请看一下',
};

/** "#101 停车｜6号楼：请接单，11:00前（“又停满了”）" */
const itemLine = (item: MorningItem, s: Speaker): string =>
  [
    `${head(item, s)}：${wants[item.want]}`,
    item.due === null ? '' : `，${s.moment(item.due)}前`,
    item.words.length === 0 ? '' : `（“${s.words(item.words)}”）`,
    item.standsFor === null ? '' : `（代${s.name(item.standsFor)}）`,
  ].join('');

/** Who is there, who is not, and who stands in. */
export const duty: TopicCatalogue<'duty'> = {
  'duty.on': (p, s) =>
    lines(
      `记下了：${s.name(p.person)}值班，从${s.moment(p.from)}到${s.moment(p.to)}（${s.area(p.area)}）。`,
      '这段时间有急事会先找值班的人。有事来不了，回“销假”前请先找人接班。',
    ),
  'duty.leave': (p, s) =>
    lines(
      `记下了：${s.name(p.person)}从${s.moment(p.from)}到${s.moment(p.to)}请假，${p.substitute === null ? '没有说由谁代' : `由${s.name(p.substitute)}代`}。`,
      p.substitute === null ? '找到人代，请回“由 姓名 代”。' : '手上的事到时候转过去，也告诉了代班的人。',
      '提前回来，请回“销假”。',
    ),
  'duty.stand-in': (p, s) =>
    lines(
      `${s.name(p.person)}请假到${s.moment(p.to)}，由您代。`,
      p.open.length === 0 ? '现在没有转给您的事；新来的会发给您。' : `转给您这${p.open.length}件：`,
      p.open.length === 0 ? null : list(p.open, s),
      p.open.length === 0
        ? '要看在办的，回“待办”。'
        : '要看照片和原话，回“接”加号码；办不了，回“转 #号 给 姓名 因为 …”。',
    ),
  'duty.stand-in-coming': (p, s) =>
    lines(
      `${s.name(p.person)}从${s.moment(p.from)}到${s.moment(p.to)}请假，由您代。到时候把他手上的事列给您。`,
      `您那几天也不在，请早点告诉${s.name(p.person)}换人。`,
    ),
  'duty.stand-in-over': (p, s) =>
    lines(`${s.name(p.person)}不用您代了。`, '已经转给您的事还在您手上；要还给他，回“转 #号 给 姓名 因为 …”。'),
  'duty.stands-for': (p, s) => `${s.name(p.person)}请假，由您代。`,
  'duty.morning': (p, s) =>
    lines(
      p.items.length === 1 ? '有一件事等您：' : `有${p.items.length}件事等您：`,
      ...p.items.map((item, index) => `${index + 1}. ${itemLine(item, s)}`),
      '办哪件，就回那件的号：“接 #号”“办结 #号”“转 #号 给 姓名 因为 …”；看经过，回“查 #号”。',
    ),
  'duty.back': (p, s) =>
    lines(
      `记下了：${s.name(p.person)}回来了，新来的事照常找本人。`,
      p.substitute === null
        ? '看在办的事，回“待办”。'
        : `已经转给${s.name(p.substitute)}的事还在那边，要拿回来请找${s.name(p.substitute)}转给您。`,
    ),
};
