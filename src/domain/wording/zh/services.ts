import { spacedCode } from '../../rewards/code';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Named = WordingParams['service.declined'];

const span = (minutes: number, s: Speaker): string => s.span(minutes);

const what = (p: Named, s: Speaker): string =>
  `${s.name(p.helper)}${s.date(p.day)}帮${s.name(p.served)}${span(p.minutes, s)}`;

const phases: Readonly<Record<WordingParams['service.state']['phase'], string>> = {
  waiting: '等人确认',
  confirmed: '确认了',
  declined: '没有得到确认',
  lapsed: '一直没有人确认，没有记分',
  withdrawn: '自己撤回了',
};

const answers = { confirmed: '记下了，谢谢您确认。', declined: '记下了，不算。', withdrawn: '撤回了，不算。' } as const;

const notLogged = ({ why }: WordingParams['service.not-logged']): string => {
  switch (why.kind) {
    case 'minutes':
      return '一次最多12小时，最少1分钟，这个时间没有记。';
    case 'day':
      return '只能记今天和31天以内的，还没有记。';
    case 'self':
      return '帮自己不算，请写帮了谁。';
    case 'nobody':
      return '现在没有能确认的人，还没有记。';
    case 'not-read':
      return '帮了谁、多久？还没有记。';
    case 'card':
      return '卡上的码不对，或者用过了，还没有记。';
  }
};

const moved: Readonly<Record<WordingParams['service.moved']['move'], string>> = {
  keep: '存好了',
  take: '取出来了',
  give: '送出去了',
  donate: '捐给邻里了，谢谢您',
  grant: '拨出去了',
};

const of = { points: '积分里', saved: '一共', pool: '邻里时间池里' } as const;

const notMoved = ({ why }: WordingParams['service.not-moved']): string => {
  switch (why.kind) {
    case 'amount':
      return '时间要写清楚，比如“2小时”，什么都没有动。';
    case 'self':
      return '送给自己不用送，想留着用“存”。';
    case 'too-little':
      return `要${why.wanted}分，${of[why.of]}只有${why.has}分，什么都没有动。`;
  }
};

export const services: TopicCatalogue<'service'> = {
  'service.ask': (p, s) =>
    lines(
      p.own
        ? `${s.name(p.served)}您好，${s.name(p.helper)}说${s.date(p.day)}帮了您${span(p.minutes, s)}。`
        : `#${p.number} ${s.name(p.helper)}说${s.date(p.day)}帮了${s.name(p.served)}${span(p.minutes, s)}。`,
      p.words.length === 0 ? null : `做的是：“${s.words(p.words)}”`,
      p.own ? '对，回 1；不对，回 2。' : '请问一下本人。对，回 1；不对，回 2。',
    ),
  'service.noted': (p, s) =>
    lines(
      `#${p.number} 记下了：${what(p, s)}。`,
      `已请${p.to.map((person) => s.name(person)).join('、')}确认，确认了就加分。`,
      `记错了，回“撤回 #${p.number}”。`,
    ),
  'service.confirmed': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}，${p.how === 'card' ? '凭卡' : s.name(p.by)}确认了。`,
      p.points === p.wanted ? `加${p.points}分。` : `这天的分到上限了，加${p.points}分。`,
      '看积分，回“积分”；想留着以后用，回“存”加时间。',
    ),
  'service.declined': (p, s) =>
    lines(`#${p.number} ${what(p, s)}，没有得到确认，所以没有加分。`, '有误会，回“人工”说一声。'),
  'service.lapsed': (p, s) =>
    lines(`#${p.number} ${what(p, s)}，一直没有人确认，没有加分。`, '请回“人工”，社区帮您核对。'),
  'service.answered': (p, s) => lines(`#${p.number} ${what(p, s)}`, answers[p.answer], '点错了，回“人工”。'),
  'service.refused': (p) =>
    lines(
      `#${p.number}`,
      p.why.kind === 'not-yours' ? '这一件不由您来定，什么都没有改。' : `这一件已经${phases[p.why.phase]}，不用再回。`,
      '有疑问，回“人工”。',
    ),
  'service.not-logged': (p) => lines(notLogged(p), '请回“服务 名字 时间”，比如“服务 张奶奶 1小时半 陪看病”。'),
  'service.state': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}，${phases[p.phase]}。`,
      p.phase === 'waiting' ? `等${p.asked.map((person) => s.name(person)).join('、')}回。` : null,
      p.phase === 'confirmed' ? `加了${p.points}分。` : null,
      '有疑问，回“人工”。',
    ),
  'service.no-such-person': (p) =>
    lines(
      p.found === 0 ? `没有找到“${p.name}”，什么都没有记。` : `叫“${p.name}”的有${p.found}位，分不清，什么都没有记。`,
      '请写全名，或回“人工”请社区办。',
    ),
  'service.card': (p, s) =>
    lines(
      `${s.name(p.person)}的时间卡，每个码用一次，请抄好交给本人：`,
      ...p.codes.map((code) => spacedCode(code)),
      '有人来帮忙，念一个码给来人，用过划掉。别发到群里。',
    ),
  'service.not-yours': (p) =>
    lines(
      p.what === 'card' ? '时间卡由楼栋长或社区来发，什么都没有改。' : '从邻里时间池拨时间由社区来办，什么都没有动。',
      '有疑问，回“人工”。',
    ),
  'service.moved': (p, s) =>
    lines(
      `${moved[p.move]}：${span(p.minutes, s)}（${p.points}分）${p.to === null ? '' : `，给${s.name(p.to)}`}。`,
      `现在有${p.balance}分，另存着${p.saved}分的时间，存的时间不过期。`,
      '看账，回“账单”。',
    ),
  'service.received': (p, s) =>
    lines(
      `${p.by === null ? '邻里时间池' : s.name(p.by)}送给您${span(p.minutes, s)}（${p.points}分）的时间，已经存好，不过期。`,
      '要用，回“取”加时间；看账，回“账单”。',
    ),
  'service.not-moved': (p) => lines(notMoved(p), '看有多少，回“积分”。'),
};
