import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import type { FundLine } from '../fund-params';
import { yuan } from '../yuan';
import { lines } from './phrases';

const ways = { income: '收入', expense: '支出', reversal: '冲正' } as const;

const what = ({ way, fen, words, payee, corrects }: FundLine, s: Speaker): string =>
  `${ways[way]}${corrects === null ? '' : ` #${corrects}`} ${yuan(fen)}元${payee.length === 0 ? '' : `，给${s.words(payee)}`}，${way === 'reversal' ? '因为' : '用途'}：“${s.words(words)}”`;

const phases: Readonly<Record<WordingParams['fund.state']['phase'], string>> = {
  waiting: '等第二位同事看过',
  booked: '已入账',
  reversed: '已入账，后来冲正了',
  declined: '没有入账，同事没同意',
  withdrawn: '撤回了，没有入账',
  lapsed: '一直没有人看，没有入账',
};

const notNoted = ({ kind, ...why }: WordingParams['fund.not-noted']['why']): string => {
  switch (kind) {
    case 'not-staff':
      return '大账单由社区来记，什么都没有记。看大账单，回“大账单”。';
    case 'not-read':
      return '没看懂，还没有记。';
    case 'amount':
      return '金额没看懂，还没有记。请写大于0、最多到分的金额。';
    case 'too-much':
      return '一笔最多1亿元，还没有记。请再核对一下金额。';
    case 'no-purpose':
      return '还没写用途，没有记。';
    case 'no-receipt':
      return '支出要有收据照片，还没有记。请把照片和这句话一起发，或先发照片，马上再发这句话。';
    case 'own':
      return '给自己的钱，请别的同事来记，还没有记。';
    case 'nobody':
      return '现在没有第二位同事能看，还没有记。';
    case 'no-reason':
      return '冲正要写清原因，还没有记。';
    case 'no-line':
      return '没有这一笔，什么都没有记。';
    case 'not-standing':
      return `#${'number' in why ? why.number : ''} 不能冲正：还没入账、已经冲正过，或者本身就是冲正。`;
  }
};

const refused = ({ why }: WordingParams['fund.refused']): string => {
  switch (why.kind) {
    case 'not-yours':
      return '这一笔不由您来定，什么都没有改。';
    case 'same-person':
      return '自己记的，要另一位同事来看，什么都没有改。';
    case 'payee':
      return '收款的是您自己，要另一位同事来看，什么都没有改。';
    case 'receipt-not-here':
      return '收据照片还没有收到，先不能入账。过一会儿再回；一直没有，请记的人撤回重发。';
    case 'which-photo':
      return `一共${why.photos}张照片，要去掉第几张？按发的先后数。还什么都没有改。`;
    case 'last-photo':
      return '收据照片要留一张，什么都没有改。全错了就撤回，再记一次。';
    case 'over':
      return `这一笔${phases[why.phase]}，不用再回。`;
  }
};

/** Of which photos its receipts are, where they came before the words, and how to take one back. */
const taken = (p: WordingParams['fund.noted']): string | null => {
  if (p.taken === undefined) return null;
  return p.taken === 1
    ? '收据用的是您刚才发的照片。不是这张，就撤回，照片和话一起再发一次。'
    : `收据用的是您刚才发的${p.taken}张照片。哪张不是，回“去掉照片 #${p.number} 2”（第2张）。`;
};

const monthOf = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export const fund: TopicCatalogue<'fund'> = {
  'fund.ask': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.by)}记了大账单：${what(p, s)}`,
      p.same === null ? null : `注意：收据和 #${p.same} 是同一张。真是另一笔，才点“是”。`,
      p.left === undefined ? null : `记的人去掉了一张不是收据的照片，请照这${p.left}张看。`,
      '核对了才入账，人人看得到。对，回 1；不对，回 2。',
    ),
  'fund.noted': (p, s) =>
    lines(
      `#${p.number} 记下了：${what(p, s)}`,
      taken(p),
      '等另一位同事看过就入账。',
      `写错了，回“撤回 #${p.number}”。`,
    ),
  'fund.less': (p) =>
    lines(
      `#${p.number} 去掉了一张，还有${p.left}张收据，已请同事照新的看。`,
      `还有哪张不是，回“去掉照片 #${p.number} 第几张”；写错了，回“撤回 #${p.number}”。`,
    ),
  'fund.decided': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}`,
      `${phases[p.phase]}。`,
      p.phase === 'booked' ? `错了，回“大账单 冲正 #${p.number} 因为 …”。` : '要重记，再发一次；有疑问，回“人工”。',
    ),
  'fund.not-noted': (p) =>
    lines(
      notNoted(p.why),
      p.why.kind === 'not-staff'
        ? '有疑问，回“人工”。'
        : '请照样子写：“大账单 收入 5000 民政补助”“大账单 支出 320.5 给 五金店 买扶手”加收据照片，“大账单 冲正 #号码 因为 原因”。',
    ),
  'fund.refused': (p) =>
    lines(
      `#${p.number} ${refused(p)}`,
      p.why.kind === 'which-photo'
        ? `请回“去掉照片 #${p.number} 2”，2就是第2张。`
        : p.why.kind === 'last-photo'
          ? `要撤回，回“撤回 #${p.number}”。`
          : '有疑问，回“人工”。',
    ),
  'fund.state': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}`,
      `${phases[p.phase]}${p.reversedBy === null ? '' : `（#${p.reversedBy}）`}。`,
      '看全部，回“大账单”。',
    ),
  'fund.month': (p, s) =>
    lines(
      `养老大账单 ${monthOf(p.month)}：收入${yuan(p.income)}元，支出${yuan(p.expense)}元，月底结余${yuan(p.closing)}元。`,
      p.more === 0 ? null : `前面还有${p.more}笔。`,
      ...p.lines.map(
        (line) =>
          `${s.date(line.at)} #${line.number} ${line.corrects === null ? '' : `冲正 #${line.corrects} `}${s.masked(line.words)} ${yuan(line.signed, true)}元`,
      ),
      p.lines.length === 0 ? '这个月还没有收支。' : null,
      p.page.length === 0 ? null : `每一笔和收据：${s.words(p.page)}`,
      '看别的月，回“大账单 10月”；哪一笔不对，回“人工”说号码。',
    ),
};
