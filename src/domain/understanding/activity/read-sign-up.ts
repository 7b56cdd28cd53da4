import { foldText } from '../fold-text';
import { readPeople } from '../read-people';

/** What somebody says to a call for volunteers. `people` null: they name no number. */
export type SignUpReading =
  { readonly kind: 'sign'; readonly people: number | null; readonly words: string } | { readonly kind: 'leave' };

const leaving =
  /取消报名|不去了|去不了|来不了|不参加了|不能来|不能去|退出|划掉我|删掉我|请假|退了吧|\b(?:can'?t (?:come|make it)|count me out|not coming)\b/u;

const signing =
  /报个?名|^\+\s*\d{0,2}$|^加\s*[1一]$|算(?:上)?我|加我|带我|我(?:也|要|来|去|能|可以|参加)|参加|^(?:能|可以)?(?:来|去)$|我俩|我们俩|俺俩|两口子|夫妻俩|\b(?:count me in|i'?m in|sign me up|i(?:'ll| will) (?:come|be there))\b/u;

/** "去不了吗", "还能报名吗？" ask and do nothing. */
const asking = /[吗么?？]\s*$|怎么|什么|几点|哪里|在哪/u;

/** Longer than anybody needs to say that they come. */
const longest = 40;

/** Free words in reply to a call: "+1", "算我一个", "我和老伴两个人", "不去了". Null: they say something else. */
export const readSignUp = (text: string): SignUpReading | null => {
  const folded = foldText(text).trim();
  if (folded === '' || folded.length > longest || asking.test(folded)) return null;
  if (leaving.test(folded)) return { kind: 'leave' };
  const plus = /^\+\s*(\d{1,2})$/u.exec(folded);
  if (plus && Number(plus[1]) === 0) return null;
  if (plus) return { kind: 'sign', people: Number(plus[1]) > 1 ? Number(plus[1]) : null, words: '' };
  const people = readPeople(folded);
  const alone = /算(?:上)?我(?:一|1)个|加我(?:一|1)个|^加\s*[1一]$/u.test(folded);
  if (people === null && !signing.test(folded)) return null;
  return { kind: 'sign', people: alone && people === null ? null : people, words: folded };
};

/** All that the message says is that somebody comes: "+1", "算我一个", "报名". */
export const isBareSignUp = (text: string): boolean =>
  /^(?:\+\s*[1-9]\d?|报名|我?报个名|我报名|(?:再|也)?算(?:上)?我(?:一|1)个|(?:再)?加我(?:一|1)个|加\s*[1一])[。.!~\s]*$/u.test(
    foldText(text).trim(),
  );

/** How many, behind the verb: "报名 #123 2人", "报名 2", "报名 两个人"; also what is no number of people (-3, 0). Null: none is named. */
export const readCount = (rest: string): number | null => {
  const folded = foldText(rest).trim();
  const bare = /^(?:\+\s*)?(-?\d{1,15})\s*(?:个?人|个|位|名|people|persons?)?$/u.exec(folded);
  return bare ? Number(bare[1]) : readPeople(folded);
};

/** "报名 2", "报名 两个人": how many come. */
export const isCount = (behind: string): boolean =>
  /^\s*\+?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?:个?人|位|名)?\s*$/u.test(behind);
