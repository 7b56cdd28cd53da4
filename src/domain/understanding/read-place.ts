import type { Lexicon, NamedPlace } from './lexicon';
import { readNumber } from './read-number';
import type { PlaceReading } from './reading';

const number = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const building = `(?:(?:[a-z]\\d{0,2}|${number})(?:号楼|栋楼?|幢|座)|\\d{1,2}#楼?|\\d{1,2}号(?!线|下|早|晚|中|上|之|前|后|开|到|回))`;
const unit = `(?:${number}(?:单元|门(?!课|面)))`;
const room = '(?:\\d{3,4}(?:室|房|户|号)?|[一二三四五六七八九十\\d]{1,2}(?:楼|层)(?!上|下)|顶楼|负[一二\\d](?:楼|层))';
const compact = '(?:\\d{1,2}[-—－]\\d{1,2}[-—－]\\d{3,4}|\\d{1,2}[-—－]\\d{3,4})';
const home = '(?:我家|俺家|我们家|咱家|我们|咱们|我)(?:这)?(?:楼栋|楼|栋|单元)?(?:楼下|门口|楼上|隔壁|楼道|对面)';
const gate =
  '(?:小区)?(?:东|西|南|北|正|后|侧|大)(?:\\d|[一二])?门(?:口|岗|外)?|(?:小区|学校|幼儿园|医院|菜场|超市|地铁)(?:大)?门口|门岗|保安亭|岗亭';
const spot =
  '地下车库|地库|车库|负一层|车棚|充电棚|快递柜|外卖柜|快递站|驿站|凉亭|小广场|中心广场|广场|中心花园|小花园|花园|篮球场|健身区|儿童乐园|游乐场|滑梯|水池|喷泉|人工湖|湖边|河边|小河|池塘|垃圾站|垃圾房|垃圾桶|垃圾亭|配电房|水泵房|楼顶|天台|楼道|楼梯间|电梯间|管道井|公厕|停车场|菜市场|菜场|幼儿园|卫生站|活动室|活动中心|居委会|物业办公室|物业';
const road =
  '[\\u4e00-\\u9fff]{1,4}(?:大道|路|街|巷|胡同|桥)(?:\\d{1,4}号)?(?:(?:和|与|跟|、)?[\\u4e00-\\u9fff]{1,4}(?:路|街|大道)(?:交叉口|路口|口)|路口|口)?';
const beside = '(?:楼下|门口|旁边|边上|对面|附近|后面|前面|背后|拐角|路口|里面|里|内|外面|上|下|中间)';

const pattern = new RegExp(
  `(?:${compact}|${building}\\s*(?:${unit})?\\s*(?:${room})?|${unit}\\s*(?:${room})?|${home}|${gate}|${spot}|${road})(?:的)?(?:电梯|楼道|${spot}|${gate})?${beside}?`,
  'g',
);

const buildingOf = (text: string): string | null => {
  const match = /([a-z]?\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])(?:号楼|栋|幢|座|#)|^(\d{1,2})[-—－]\d/.exec(text);
  const found = match?.[1] ?? match?.[2];
  if (found === undefined) return null;
  const value = readNumber(found);
  return value === null ? found.toUpperCase() : String(value);
};

const unitOf = (text: string): string | null => {
  const match = /(\d{1,2}|[一二三四五六七八九十]{1,3})(?:单元|门)|^\d{1,2}[-—－](\d{1,2})[-—－]|#(\d)(?!\d)/.exec(text);
  const found = match?.[1] ?? match?.[2] ?? match?.[3];
  const value = found === undefined ? null : readNumber(found);
  return value === null ? null : String(value);
};

const roomOf = (text: string): string | null =>
  /(?:单元|栋|幢|号楼|座|#|[-—－]|^)\s*(\d{3,4})(?:室|房|户|号)?/.exec(text)?.[1] ?? null;

const homeWords = /^(?:我家|俺家|我们家|咱家|我们|咱们|我)/;

export const placeFrom = (folded: string, original: string, from: number, to: number): PlaceReading => {
  const words = folded.slice(from, to);
  return {
    text: original.slice(from, to),
    building: buildingOf(words),
    unit: unitOf(words),
    room: roomOf(words),
    atHome: homeWords.test(words),
  };
};

const namesOf = (place: NamedPlace): readonly string[] => [place.name, ...place.nicknames];

const namedSpan = (folded: string, lexicon: Lexicon): readonly [number, number] | null => {
  let best: readonly [number, number] | null = null;
  for (const place of [...lexicon.buildings, ...lexicon.places]) {
    for (const name of namesOf(place)) {
      const at = name.length > 1 ? folded.indexOf(name.toLowerCase()) : -1;
      if (at >= 0 && (best === null || name.length > best[1] - best[0])) best = [at, at + name.length];
    }
  }
  return best;
};

/** Where it is, in the words of the message: the pack's own names first, then the ways people write places. */
export const readPlace = (folded: string, original: string, lexicon: Lexicon): PlaceReading | null => {
  const spans: (readonly [number, number])[] = [];
  const named = namedSpan(folded, lexicon);
  if (named) spans.push(named);
  for (const match of folded.matchAll(pattern)) spans.push([match.index, match.index + match[0].length]);
  const best = spans.reduce<readonly [number, number] | null>(
    (longest, span) => (longest === null || span[1] - span[0] > longest[1] - longest[0] ? span : longest),
    null,
  );
  return best && placeFrom(folded, original, best[0], best[1]);
};
