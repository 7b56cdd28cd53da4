import { areaNamedIn } from '../community/area-tree';
import type { Community } from '../community/community';
import type { AreaId } from '../ids';
import { colourNamed, coloursOf, type CareColour } from './care-policy';

/** What was said of somebody, taken apart; null: it was not said. */
export interface Registration {
  readonly name: string | null;
  /** "1944年生" */
  readonly born: string | null;
  readonly colour: CareColour | null;
  readonly home: string | null;
  /** The building that the home names. */
  readonly building: AreaId | null;
  /** "女儿 王小姐 13800001234" */
  readonly family: string | null;
  readonly contact: string | null;
  readonly looks: string | null;
}

const telephone = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|0\d{2,3}-?\d{7,8}(?!\d)/u;
const kin =
  '女儿|儿子|老伴|妻子|丈夫|爱人|孙子|孙女|外孙女|外孙|侄子|侄女|外甥|弟弟|妹妹|哥哥|姐姐|妈妈|爸爸|母亲|父亲|奶奶|爷爷|外婆|外公|姥姥|姥爷|家属|监护人|儿媳|女婿|保姆';
const family = new RegExp(`(?:(?:${kin})[^\\d，,；;。]{0,12})?(?:${telephone.source})`, 'u');
const contact = /(?:联系人|一对一)[\s:：是]*([\p{Script=Han}·]{2,8}|[A-Za-z]{2,20})/u;
const age = /(\d{1,3})\s*(?:周?岁|years? old)/u;
const birth = /((?:19|20)\d\d)\s*年?\s*(?:出?生|born)/u;
const homePart = /^\d[\d号楼栋幢座单元室户#-]*$|(?:号楼|栋|幢|单元|室)/u;
const nameShape = /^(?:[\p{Script=Han}·]{2,8}|[A-Za-z][A-Za-z.'-]{1,20})$/u;

/** Takes what the pattern finds out of the text. */
const take = (text: string, pattern: RegExp): { readonly found: RegExpExecArray | null; readonly rest: string } => {
  const found = pattern.exec(text);
  return found
    ? { found, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` }
    : { found: null, rest: text };
};

const bornOf = (text: string, year: number): { readonly born: string | null; readonly rest: string } => {
  const year4 = take(text, birth);
  if (year4.found) return { born: `${year4.found[1] ?? ''}年生`, rest: year4.rest };
  const years = take(text, age);
  return years.found ? { born: `${year - Number(years.found[1])}年生`, rest: years.rest } : { born: null, rest: text };
};

const isHome = (community: Pick<Community, 'areas'>, token: string): boolean =>
  homePart.test(token) || (token.length <= 12 && areaNamedIn(community, token)?.kind === 'building');

/**
 * `登记 王秀英 82岁 6号楼2单元301 红 花白短发 女儿 王小姐 138… 联系人 王芳`: in any order, but the name comes first.
 * `named` false: of somebody whose name is known, so that the first word may be anything.
 */
export const readRegistration = (
  text: string,
  { year, community, named }: { readonly year: number; readonly community: Community; readonly named: boolean },
): Registration => {
  const relatives = take(text.normalize('NFKC'), family);
  const one = take(relatives.rest, contact);
  const birthYear = bornOf(one.rest, year);
  const tokens = birthYear.rest.split(/[\s,，;；、。:：]+/u).filter((token) => token !== '');
  const [first, ...others] = tokens;
  const isName = named && first !== undefined && nameShape.test(first);
  const left = isName ? others : tokens;
  const colours = left.map((token) => colourNamed(coloursOf(community), token));
  const home = left.filter((token, at) => !colours[at] && isHome(community, token));
  const looks = left.filter((token, at) => !colours[at] && !home.includes(token));
  return {
    name: isName ? first : null,
    born: birthYear.born,
    colour: colours.find((colour) => colour !== null) ?? null,
    home: home.length > 0 ? home.join(' ') : null,
    building: areaNamedIn(community, home.join(''))?.id ?? null,
    family: relatives.found?.[0].replace(/\s+/gu, ' ').trim() ?? null,
    contact: one.found?.[1] ?? null,
    looks: looks.length > 0 ? looks.join('，') : null,
  };
};
