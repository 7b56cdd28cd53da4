import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import type { FundLine } from '../fund-params';
import { yuan } from '../yuan';
import { lines } from './phrases';

const ways = { income: 'income', expense: 'expense', reversal: 'reversal' } as const;

const what = ({ way, fen, words, payee, corrects }: FundLine, s: Speaker): string =>
  `${ways[way]}${corrects === null ? '' : ` of #${corrects}`}, ${yuan(fen)} yuan${payee.length === 0 ? '' : ` to "${s.words(payee)}"`}, ${way === 'reversal' ? 'because' : 'for'}: "${s.words(words)}"`;

const phases: Readonly<Record<WordingParams['fund.state']['phase'], string>> = {
  waiting: 'waits for a second colleague',
  booked: 'stands in the account',
  reversed: 'stands in the account and was reversed later',
  declined: 'does not stand: a colleague said no',
  withdrawn: 'was withdrawn and does not stand',
  lapsed: 'does not stand: nobody looked at it',
};

const notNoted = ({ kind, ...why }: WordingParams['fund.not-noted']['why']): string => {
  switch (kind) {
    case 'not-staff':
      return 'Staff keep the public account; nothing was noted. To read it, reply "大账单".';
    case 'not-read':
      return 'Not understood; nothing was noted.';
    case 'amount':
      return 'That is no amount; nothing was noted. More than 0, with at most two decimals.';
    case 'too-much':
      return 'At most 100,000,000 yuan a line; nothing was noted. Please check the amount.';
    case 'no-purpose':
      return 'What was it for? Nothing was noted.';
    case 'no-receipt':
      return 'An expense needs the photo of its receipt; nothing was noted. Send it together with these words, or just before them.';
    case 'own':
      return 'Money for yourself is noted by a colleague; nothing was noted.';
    case 'nobody':
      return 'There is no second colleague to look at it now; nothing was noted.';
    case 'no-reason':
      return 'A reversal names its reason; nothing was noted.';
    case 'no-line':
      return 'There is no such line; nothing was noted.';
    case 'not-standing':
      return `#${'number' in why ? why.number : ''} cannot be reversed: it does not stand, was reversed, or is a reversal.`;
  }
};

const refused = ({ why }: WordingParams['fund.refused']): string => {
  switch (why.kind) {
    case 'not-yours':
      return 'This one is not yours to decide; nothing was changed.';
    case 'same-person':
      return 'You noted it: another colleague must look at it. Nothing was changed.';
    case 'payee':
      return 'The money goes to you: another colleague must look at it. Nothing was changed.';
    case 'receipt-not-here':
      return 'The photo of the receipt is not here yet. Answer again in a while; if it never comes, it must be sent anew.';
    case 'which-photo':
      return `There are ${why.photos} photos: which one, in the order in which they came? Nothing was changed.`;
    case 'last-photo':
      return 'One photo of the receipt must stay; nothing was changed. If it is wrong, withdraw the line and note it anew.';
    case 'over':
      return `This one ${phases[why.phase]}; no answer is needed.`;
  }
};

/** Of which photos its receipts are, where they came before the words, and how to take one back. */
const taken = (p: WordingParams['fund.noted']): string | null => {
  if (p.taken === undefined) return null;
  return p.taken === 1
    ? 'Its receipt is the photo that you just sent. Not that one? Withdraw it, then send photo and words together.'
    : `Its receipts are the ${p.taken} photos that you just sent. One is none? Reply "去掉照片 #${p.number} 2" (the second).`;
};

export const fund: TopicCatalogue<'fund'> = {
  'fund.ask': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.by)} noted in the public account: ${what(p, s)}`,
      p.same === null ? null : `Mind: #${p.same} has the same receipt. Say yes only if it is another expense.`,
      p.left === undefined ? null : `A photo that is no receipt was taken back; please look at these ${p.left}.`,
      'It stands once you checked it, and everybody sees it. Right: reply 1; not right: reply 2.',
    ),
  'fund.noted': (p, s) =>
    lines(
      `#${p.number} noted: ${what(p, s)}`,
      taken(p),
      'It stands when another colleague has looked at it.',
      `A mistake? Reply "撤回 #${p.number}".`,
    ),
  'fund.less': (p) =>
    lines(
      `#${p.number}: one photo is taken back, ${p.left} left as receipts; your colleagues are asked to look at these.`,
      `Another is none? Reply "去掉照片 #${p.number}" and which; a mistake: "撤回 #${p.number}".`,
    ),
  'fund.decided': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}`,
      `It ${phases[p.phase]}.`,
      p.phase === 'booked'
        ? `Wrong? Reply "大账单 冲正 #${p.number} 因为 …".`
        : 'To note it anew, send it again; with a question, reply "人工".',
    ),
  'fund.not-noted': (p) =>
    lines(
      notNoted(p.why),
      p.why.kind === 'not-staff'
        ? 'With a question, reply "人工".'
        : 'Like this: "大账单 收入 5000 subsidy"; "大账单 支出 320.5 给 shop handrails" with the photo of the receipt; "大账单 冲正 #number 因为 why".',
    ),
  'fund.refused': (p) =>
    lines(
      `#${p.number} ${refused(p)}`,
      p.why.kind === 'which-photo'
        ? `Reply "去掉照片 #${p.number} 2" for the second.`
        : p.why.kind === 'last-photo'
          ? `To withdraw it, reply "撤回 #${p.number}".`
          : 'With a question, reply "人工".',
    ),
  'fund.state': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}`,
      `It ${phases[p.phase]}${p.reversedBy === null ? '' : ` (#${p.reversedBy})`}.`,
      'To see all, reply "大账单".',
    ),
  'fund.month': (p, s) =>
    lines(
      `Elder-care account ${p.month}: income ${yuan(p.income)} yuan, spent ${yuan(p.expense)}, at the end ${yuan(p.closing)}.`,
      p.more === 0 ? null : `${p.more} more before these.`,
      ...p.lines.map(
        (line) =>
          `${s.date(line.at)} #${line.number} ${line.corrects === null ? '' : `reversal of #${line.corrects} `}"${s.masked(line.words)}" ${yuan(line.signed, true)} yuan`,
      ),
      p.lines.length === 0 ? 'Nothing came in or was spent this month.' : null,
      p.page.length === 0 ? null : `Every line and receipt: ${s.words(p.page)}`,
      'Another month: reply "大账单 10月". A line is wrong? Reply "人工" and its number.',
    ),
};
