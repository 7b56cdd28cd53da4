/** How the digits from 0 to 9 are written beside 0 to 9 itself; folded text, so 貳 is 贰 and 參 is 参 already. */
const chinese = ['〇零', '一幺壹', '二贰', '三叁参', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'] as const;

const values = new Map(chinese.flatMap((signs, value) => Array.from(signs, (sign) => [sign, String(value)] as const)));
const anyChinese = new RegExp(`[${chinese.join('')}]`, 'g');

/** The same with every digit as 0 to 9, each at its place. */
export const plainDigits = (folded: string): string => folded.replace(anyChinese, (sign) => values.get(sign) ?? sign);

export interface Script {
  /** One of these digits, as a class of signs. */
  readonly one: (digits: string) => string;
  /** What stands for a hyphen where it is no digit. */
  readonly signs: string;
  /** What was found of it with every digit as 0 to 9, each at its place. */
  readonly plain: (found: string) => string;
  /** Whether anything in a text could be a number in it. */
  readonly needs: RegExp;
}

/** 一 within a word after a digit counts nothing: 打一下, 1个. */
const oneOfAWord = '一(?![下个次遍声些起定样直点共家户位份张块趟回])';

/** Digits alone, where 一 is how some type a dash; and then Chinese numerals alone or among digits. */
export const written: readonly Script[] = [
  { one: (digits) => `[${digits}]`, signs: '一', plain: (found) => found.replace(/一/g, '-'), needs: /\d/ },
  {
    one: (digits) => {
      const also = Array.from(digits, (digit) => chinese[Number(digit)] ?? '').join('');
      return also.includes('一') ? `(?:[${digits}${also.replace('一', '')}]|${oneOfAWord})` : `[${digits}${also}]`;
    },
    signs: '',
    plain: plainDigits,
    needs: new RegExp(anyChinese.source),
  },
];
