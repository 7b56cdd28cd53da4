import type { Intent } from './reading';

export interface IntentFinding {
  readonly intent: Intent;
  readonly share: number;
  readonly why: readonly string[];
}

const family: readonly string[] = ['report', 'suggestion', 'question'];

/** Reports, suggestions and questions become tickets; they are told apart only in passing. */
export const isFamily = (intent: string): boolean => family.includes(intent);

/** Below it, Linli takes a message for talk among people: silence is better than a needless answer. */
const familyFloor = 0.6;
/** The same share times how clearly the words name a matter. */
const clearFloor = 0.4;
/** Who writes as one writes to an office wants an answer. */
const letterFloor = 0.3;
const otherFloor = 0.25;

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

export const familyShare = (labels: readonly string[], shares: Float32Array): number =>
  labels.reduce((sum, label, index) => (isFamily(label) ? sum + (shares[index] ?? 0) : sum), 0);

export interface Known {
  /** Words of danger were found. */
  readonly danger: boolean;
  /** Written as one writes to an office. */
  readonly letter: boolean;
  /** The message is a 接龙 list. */
  readonly list: boolean;
  /** Asks that something be applied for, and not how an application stands. */
  readonly applies: boolean;
  /** The shares of its three best matters together. */
  readonly clarity: () => number;
}

const wish =
  /^(?:您好|你好|请|麻烦|能不能|可以)*[\s,]*(?:帮我|帮忙|替我|给我|代我|我想|我要|想|要).{0,10}(?:申请|办理|补办|代办)/u;
const standing = /到哪|批了|批下|下来|状态|通过|了没|没有$|怎么样|咋样|进度|多久|几天|不要了|取消/u;

/** "帮我申请高龄津贴" asks for work to be done; "我的申请批了没" asks how it stands. */
export const appliesFor = (text: string): boolean => wish.test(text) && !standing.test(text);

/** Taken for it by their words alone, applications are none of these. */
const mistaken: readonly Intent[] = ['ask-status', 'order', 'book'];

const said = (intent: Intent, share: number): IntentFinding => ({
  intent,
  share,
  why: [`像${zh[intent]}（${Math.round(share * 100)}%）`],
});

/** What the person wants; words of danger always are a report, a 接龙 list always is a sign-up. */
export const readIntent = (labels: readonly string[], shares: Float32Array, known: Known): IntentFinding => {
  if (known.danger) return { intent: 'report', share: 1, why: [] };
  if (known.list) return { intent: 'signup', share: 1, why: ['接龙'] };
  const ours = familyShare(labels, shares);
  const inFamily = best(labels, shares, isFamily);
  const heard = known.letter ? ours >= letterFloor : ours >= familyFloor && ours * known.clarity() >= clearFloor;
  if (heard && inFamily) return said(inFamily.label, ours);
  const other = best(labels, shares, (label) => !isFamily(label));
  if (known.applies && other !== null && mistaken.includes(other.label))
    return { intent: 'report', share: other.share, why: ['要办事'] };
  const talk = other === null || other.share < otherFloor;
  return said(talk ? 'chatter' : other.label, other?.share ?? 0);
};
