import type { PostingReason } from '../../points/posting';

/** Why points moved, as a statement's line says it. */
export const postingReasons: { readonly [K in PostingReason]: string } = {
  report: '上报',
  hours: '志愿服务',
  deed: '好人好事',
  inspection: '入户评分',
  queued: '等预算',
  granted: '预算',
  held: '兑换预留',
  redeemed: '兑换',
  refunded: '兑换退回',
  supplied: '进货',
  'time-kept': '存时间',
  'time-taken': '取时间',
  'time-given': '送时间',
  'time-donated': '捐时间',
  'time-granted': '邻里时间池',
  expired: '到期',
  'same-person': '换号转移',
  'fund-income': '大账单收入',
  'fund-expense': '大账单支出',
  'taken-back': '收回',
  reversal: '冲正',
};
