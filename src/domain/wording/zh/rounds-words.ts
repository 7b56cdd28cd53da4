import type { WordingParams } from '../params';

export const phases: { readonly [K in WordingParams['round.state']['phase']]: string } = {
  planned: '还没开始',
  marking: '正在打分',
  telling: '正在通知各户',
  objecting: '各户可以提异议',
  posting: '正在入账',
  deciding: '等异议定下来',
  done: '结束了',
};

export const notYours = {
  open: '入户评分由社区开始。到日子也会自己开始。',
  publish: '清洁户名单由社区发到群里。自己看，回“清洁户”。',
  link: '户主由本村的检查员或社区来对。有疑问，回“人工”。',
  name: '户榜名由户主来起。还没对上户，请让检查员回“户主”加户号、姓名。',
  paper: '没说清是哪个村，或您不是检查员。请回“纸卡”加村名。',
} as const;

export const reasons: { readonly [K in WordingParams['round.account']['lines'][number]['reason']]?: string } = {
  inspection: '入户评分',
  'taken-back': '收回',
  reversal: '冲正',
  redeemed: '兑换',
};
