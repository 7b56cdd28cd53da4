import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

const phases: Readonly<Record<WordingParams['deed.state']['phase'], string>> = {
  waiting: '等社区核实',
  approved: '核实了',
  declined: '没有算',
  lapsed: '一直没有人核实，没有算',
  withdrawn: '撤回了',
};

const answers = { approved: '记下了，已经加分。', declined: '记下了，不算。', withdrawn: '撤回了，不算。' } as const;

const what = (p: WordingParams['deed.noted'], s: Speaker): string => `${s.name(p.doer)}：“${s.words(p.words)}”`;

const notNamed = ({ why }: WordingParams['deed.not-named'], s: Speaker): string => {
  switch (why.kind) {
    case 'not-read':
      return '要表扬谁、做了什么？还没有记。';
    case 'self':
      return '表扬自己不算，还没有记。';
    case 'pair':
      return `你们两位${s.date(why.since)}刚表扬过，${why.days}天里只算一次，这次没有记。`;
    case 'month':
      return `一个月最多表扬${why.most}次，这个月用完了，这次没有记。`;
    case 'nobody':
      return '现在没有能核实的人，还没有记。';
  }
};

export const deeds: TopicCatalogue<'deed'> = {
  'deed.ask': (p, s) => lines(`#${p.number} ${s.name(p.by)}表扬${what(p, s)}`, '核实了就加分。算，回 1；不算，回 2。'),
  'deed.noted': (p, s) =>
    lines(`#${p.number} 记下了，您表扬${what(p, s)}`, '社区核实了就给人加分。', `写错了，回“撤回 #${p.number}”。`),
  'deed.approved': (p, s) =>
    lines(
      `${s.name(p.doer)}您好，邻居表扬您：“${s.words(p.words)}”`,
      p.points === p.wanted ? `社区核实了，加${p.points}分，谢谢您。` : `今天的分到上限了，加${p.points}分，谢谢您。`,
      '看积分，回“积分”。',
    ),
  'deed.outcome': (p, s) =>
    p.counted
      ? lines(`#${p.number} 您表扬${what(p, s)}，社区核实了，谢谢您说出来。`, '再看见好事，回“表扬 名字 做了什么”。')
      : lines(`#${p.number} 您表扬${what(p, s)}，这次没有算。`, '有疑问，回“人工”。'),
  'deed.lapsed': (p, s) =>
    lines(`#${p.number} 您表扬${what(p, s)}，一直没有人核实，没有加分。`, '请回“人工”，社区帮您核对。'),
  'deed.answered': (p, s) => lines(`#${p.number} ${what(p, s)}`, answers[p.answer], '点错了，回“人工”。'),
  'deed.refused': (p) =>
    lines(
      `#${p.number}`,
      p.why.kind === 'not-yours' ? '这一件不由您来定，什么都没有改。' : `这一件已经${phases[p.why.phase]}，不用再回。`,
      '有疑问，回“人工”。',
    ),
  'deed.not-named': (p, s) => lines(notNamed(p, s), '请回“表扬 名字 做了什么”，比如“表扬 王芳 帮我拎菜上楼”。'),
  'deed.state': (p, s) =>
    lines(
      `#${p.number} 表扬${what(p, s)}，${phases[p.phase]}。`,
      p.phase === 'approved' ? `加了${p.points}分。` : null,
      '有疑问，回“人工”。',
    ),
};
