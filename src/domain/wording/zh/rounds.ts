import type { TopicCatalogue, WordingParams } from '../params';
import type { Speaker } from '../speaker-port';
import type { Door, MarkLine, VillageLine } from '../round-params';
import { lines } from './phrases';
import { notDecided, notMarked, notObjected } from './rounds-refused';
import { notYours, phases, reasons } from './rounds-words';

/** "12号"; a number that says so itself needs no more. */
const doorOf = (door: string): string => (/\d$/u.test(door) ? `${door}号` : door);

const householdOf = ({ village, door }: Door, s: Speaker): string => `${s.area(village)}${doorOf(door)}`;

const monthOf = (month: string): string => `${Number(month.slice(5))}月`;

const marksOf = (marks: readonly MarkLine[]): string =>
  marks.map(({ item, mark, most }) => `${item.zh}${mark}/${most}`).join('，');

const doors = (list: readonly string[]): string => list.map(doorOf).join('、');

const villageLine = ({ village, households, marked, left }: VillageLine, s: Speaker): string =>
  `${s.area(village)}：${households}户，已打${marked}户${left.length === 0 ? '' : `，还有${doors(left)}${households - marked > left.length ? '等' : ''}`}`;

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

const lastOf = (last: WordingParams['round.account']['last']): string | null => {
  if (!last) return null;
  const state = {
    open: '还没入账，不同意请回“异议”加原因',
    objected: '异议等社区定',
    posted: '已入账',
    'taken-back': '已收回',
  }[last.phase];
  return `${monthOf(last.month)}评分${last.total}/${last.most}，${state}。`;
};

export const rounds: TopicCatalogue<'round'> = {
  'round.opened': (p, s) =>
    lines(
      `#${p.number} ${monthOf(p.month)}入户评分开始了，请在${s.moment(p.closesAt)}前打完。`,
      ...p.villages.map((line) => villageLine(line, s)),
      '自己家的不打。照片只拍屋外，屋里不拍。',
      `一户一条，例如回“打分 3号 ${p.items.map(({ zh, most }) => `${zh}${most}`).join(' ')}”。`,
    ),
  'round.remind': (p, s) =>
    lines(
      `#${p.number} ${monthOf(p.month)}入户评分，${s.moment(p.closesAt)}截止。`,
      ...p.villages.map((line) => villageLine(line, s)),
      '请接着打，回“打分”加户号和分数；去不了，请回“请假”或告诉社区。',
    ),
  'round.progress': (p, s) =>
    lines(
      `#${p.number} ${monthOf(p.month)}入户评分${p.closesAt === null ? '' : `，${s.moment(p.closesAt)}截止`}。`,
      ...p.villages.map((line) => villageLine(line, s)),
      p.closesAt === null ? '现在不在打分的日子里，开始时会告诉您。' : '打一户，回“打分”加户号和分数。',
    ),
  'round.marked': (p, s) =>
    lines(
      `${householdOf(p, s)}${p.again ? '改好了' : '记好了'}：${marksOf(p.marks)}，共${p.total}/${p.most}分。`,
      p.photo === 'kept' ? '照片留作凭证，别人看不到；要是拍到了屋里，请马上撤回重发。' : null,
      p.photo === 'dropped' ? '照片没有留：只留屋外的照片，要和屋外的分数一起发。' : null,
      p.left === 0 ? '这个村都打完了，谢谢您。' : `这个村还有${p.left}户。`,
      '打错了，截止前再发一次就改。',
    ),
  'round.not-marked': (p, s) =>
    lines(`${p.door === null ? '' : `${householdOf(p.door, s)}：`}${notMarked(p.why, s)}`, '看还有哪些户，回“打分”。'),
  'round.no-household': (p, s) =>
    lines(
      p.said === null
        ? '没看懂是哪一户，什么都没有改。'
        : `${p.village === null ? '' : s.area(p.village)}没有${doorOf(p.said)}，什么都没有改。`,
      p.near.length === 0 ? null : `有${doors(p.near)}，是不是其中一户？`,
      '请写户号，例如“3号”；不止一个村就先写村名。',
    ),
  'round.marks': (p, s) =>
    lines(
      `您家（${householdOf(p, s)}）${monthOf(p.month)}入户评分：${marksOf(p.marks)}，共${p.total}/${p.most}分。`,
      p.plaque === null ? null : `够得上“${p.plaque.zh}”。`,
      `只有您家看得到。没有异议，就给您家的户账户加${p.points}分。`,
      `不同意，请在${s.moment(p.until)}前回“异议”加原因。`,
    ),
  'round.paper': (p, s) =>
    lines(
      `${p.number === null ? '' : `#${p.number} `}${s.area(p.village)}${monthOf(p.month)}纸卡，没有微信的户，请抄好送到户上，别发到群里：`,
      ...p.lines.map(({ door, total }) => `${doorOf(door)} ${total === null ? '____' : `${total}分`}`),
      p.lines.length === 0 ? '这个村每户都有微信。' : null,
      p.until === null
        ? '户主有了微信，回“户主”加户号、姓名。'
        : `不同意的户，请在${s.moment(p.until)}前告诉社区，由社区代提。`,
    ),
  'round.published': (p, s) =>
    lines(
      `#${p.number} ${monthOf(p.month)}入户评分打完了：已告诉${p.told}户，其中${p.paper}户用纸卡，没打的${p.unmarked}户。`,
      `各户${s.moment(p.until)}前可以提异议，过后自动入账。`,
      '看异议，回“异议”。',
    ),
  'round.objected': (p, s) =>
    lines(
      `${householdOf(p, s)}的异议收到了，已请社区来定。`,
      '定下来会告诉您，在这之前不入账。',
      '看户积分，回“户积分”。',
    ),
  'round.objection': (p, s) =>
    lines(
      `${householdOf(p, s)}提了异议：“${s.words(p.words)}”`,
      `现在的分：${marksOf(p.marks)}，共${p.total}/${p.most}分。`,
      `要改，回“改分 ${householdOf(p, s)} ${p.marks[0]?.item.zh ?? ''}分数 因为 …”；不改，回“维持 ${householdOf(p, s)} 因为 …”。`,
    ),
  'round.not-objected': (p, s) =>
    lines(`${p.door === null ? '' : `${householdOf(p.door, s)}：`}${notObjected(p.why, s)}`, '看户积分，回“户积分”。'),
  'round.objections': (p, s) =>
    lines(
      p.open.length === 0
        ? '没有等着定的异议。'
        : `等您定的异议：${p.open.map((door) => householdOf(door, s)).join('、')}${p.more > 0 ? `等${p.open.length + p.more}户` : ''}。`,
      p.open.length === 0 ? '有了会告诉您。' : '要改，回“改分”加村、户号、分数和“因为”；不改，回“维持”加村、户号。',
    ),
  'round.ruled': (p, s) =>
    lines(
      `您家（${householdOf(p, s)}）的异议定了：${p.changed ? '改分' : '维持原来的分'}，${marksOf(p.marks)}，共${p.total}/${p.most}分。`,
      p.words.length === 0 ? null : `说明：“${s.words(p.words)}”`,
      p.posted ? `已给您家的户账户加${p.points}分。` : `到日子给您家的户账户加${p.points}分。`,
      '还有话说，回“人工”。',
    ),
  'round.decided': (p, s) =>
    lines(
      `${householdOf(p, s)}：${p.changed ? '改好了' : '维持不变'}，共${p.total}分，已告诉这一户。`,
      '看还有哪些，回“异议”。',
    ),
  'round.not-decided': (p, s) =>
    lines(`${p.door === null ? '' : `${householdOf(p.door, s)}：`}${notDecided(p.why, s)}`, '看等着定的，回“异议”。'),
  'round.posted': (p) =>
    lines(
      `#${p.number} ${monthOf(p.month)}入户评分入账了：${p.households}户，共${p.points}分；${p.plaque.zh}${p.plaques}户。`,
      p.open === 0 ? null : `还有${p.open}户的异议没定，定了再入账。`,
      '把名单发到群里，回“发清洁户”。',
    ),
  'round.plaque': (p, s) =>
    lines(
      `恭喜您家（${householdOf(p, s)}）得了${monthOf(p.month)}“${p.plaque.zh}”光荣牌，${p.total}分。`,
      '名单上写户号；想用自己起的名，回“户榜名”加名字，不想上回“户榜名 不上”。',
    ),
  'round.account': (p, s) =>
    lines(
      `${householdOf(p, s)}的户账户有${p.balance}分，和个人的分开记。`,
      ...p.lines.map(
        (line) =>
          `${s.date(line.at)} ${reasons[line.reason] ?? '其他'}${line.number === null ? '' : ` #${line.number}`} ${signed(line.points)}分，余${line.balance}分`,
      ),
      lastOf(p.last),
      `${p.plaque.zh}光荣牌${p.plaques}次。`,
      '哪一笔不对，回“人工”说日期。',
    ),
  'round.taken-back': (p, s) =>
    lines(
      `#${p.number} 收回了${householdOf(p, s)}${monthOf(p.month)}评分的${p.taken}分，因为：“${s.words(p.words)}”`,
      p.missing === 0 ? null : `还有${p.missing}分已经用掉，记在账上，不倒扣。`,
      p.told ? '已私下告诉这一户。' : '这一户没有微信，请当面说一声。',
      '收错了，回“人工”。',
    ),
  'round.taken-from-you': (p, s) =>
    lines(
      `您家（${householdOf(p, s)}）${monthOf(p.month)}评分加的分收回${p.taken}分，因为：“${s.words(p.words)}”`,
      p.missing === 0 ? null : `还有${p.missing}分已经用掉，不倒扣，只记在账上。`,
      '觉得不对，回“人工”。看户积分，回“户积分”。',
    ),
  'round.no-account': () => lines('还没有对上您是哪一户。', '请让本村的检查员回“户主”加户号、您的姓名。'),
  'round.honours': (p, s) =>
    lines(
      `${p.month} ${p.plaque.zh}光荣榜`,
      ...p.lines.map(
        (line, index) =>
          `${index + 1}. ${line.name ?? householdOf(line, s)} ${line.total}分${line.times > 1 ? `，第${line.times}次` : ''}`,
      ),
      p.more === 0 ? null : `还有${p.more}户也得了。`,
      p.lines.length === 0 ? '这个月的还没有入账。' : null,
      '看自己家的，私聊我回“户积分”。',
    ),
  'round.honours-posted': (p) =>
    lines(`${p.month} ${p.plaque.zh}名单已发到${p.groups}个群，同一个月只发一次。`, '要看上个月，回“清洁户 上月”。'),
  'round.named': (p) => {
    if (!p.fits) return lines('户榜名里不能有号码，没有改。', '请换一个，回“户榜名”加名字。');
    return p.name === null
      ? lines('好，名单上只写户号。', '以后想起名，回“户榜名”加名字。')
      : lines(`好，名单上写“${p.name}”。`, '想只写户号，回“户榜名 不上”。');
  },
  'round.not-yours': (p) => notYours[p.what],
  'round.begun': (p) =>
    p.begun
      ? lines(
          `#${p.number} ${monthOf(p.month)}入户评分开始了，共${p.households}户，已告诉各村的检查员。`,
          '看进度，回“打分”。',
        )
      : lines(`${monthOf(p.month)}的入户评分（#${p.number}）已经开始过，一个月一次。`, '看进度，回“打分”。'),
  'round.linked': (p, s) => {
    if (p.found === 1)
      return lines(
        `${householdOf(p, s)}的户主对上了：${p.name}，以后的分私下告诉这位。`,
        '对错了，回“户主”加户号、姓名再对一次。',
      );
    return lines(
      p.found === 0 ? `没有找到“${p.name}”，什么都没有改。` : `叫“${p.name}”的有${p.found}位，分不清，什么都没有改。`,
      '请先让户主私聊我一次，再对；分不清请回“人工”。',
    );
  },
  'round.state': (p, s) =>
    lines(
      `#${p.number} ${monthOf(p.month)}入户评分：${phases[p.phase]}。`,
      `共${p.households}户，已通知${p.told}户，已入账${p.posted}户。`,
      p.next === null ? null : `下一步在${s.moment(p.next)}。`,
      '看自己家的，回“户积分”。',
    ),
};
