import type { Intent } from './reading';

export interface IntentFinding {
  readonly intent: Intent;
  readonly share: number;
  readonly why: readonly string[];
}

const family: readonly Intent[] = ['report', 'suggestion', 'question'];

/** Below it, Linli takes a message for talk among people: silence is better than a needless answer. */
const familyFloor = 0.5;

const zh: Readonly<Record<Intent, string>> = {
  report: '反映事情',
  suggestion: '建议',
  question: '询问',
  signup: '报名',
  cancel: '取消',
  order: '点单',
  book: '预约',
  'ask-status': '问进度',
  redeem: '兑换',
  balance: '查积分',
  thanks: '道谢',
  'ask-person': '找人工',
  chatter: '闲聊',
};

const best = (labels: readonly string[], shares: Float32Array, among: (label: string) => boolean) => {
  let found = -1;
  labels.forEach((label, index) => {
    if (among(label) && (found < 0 || (shares[index] ?? 0) > (shares[found] ?? 0))) found = index;
  });
  return found < 0 ? null : { label: labels[found] as Intent, share: shares[found] ?? 0 };
};

const shareOf = (labels: readonly string[], shares: Float32Array, wanted: readonly string[]): number =>
  wanted.reduce((sum, label) => sum + (shares[labels.indexOf(label)] ?? 0), 0);

/** What the person wants; words of danger always are a report. */
export const readIntent = (
  _text: string,
  labels: readonly string[],
  shares: Float32Array,
  danger: boolean,
): IntentFinding => {
  const ours = shareOf(labels, shares, family);
  const inFamily = best(labels, shares, (label) => family.includes(label as Intent));
  if (danger) return { intent: 'report', share: 1, why: [] };
  if (ours >= familyFloor && inFamily) {
    return { intent: inFamily.label, share: ours, why: [`像${zh[inFamily.label]}（${Math.round(ours * 100)}%）`] };
  }
  const other = best(labels, shares, (label) => !family.includes(label as Intent));
  const intent = other?.label ?? 'chatter';
  return { intent, share: other?.share ?? 0, why: [`像${zh[intent]}（${Math.round((other?.share ?? 0) * 100)}%）`] };
};
