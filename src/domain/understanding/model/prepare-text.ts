import { dangerWords } from '../critical/danger-words';
import type { FoundSignals } from '../critical/find-signals';
import { findSignals } from '../critical/find-signals';
import { fieldWords } from '../field-words';
import type { FindWords, FoundWord } from '../find-words';
import { findWords } from '../find-words';
import { foldText } from '../fold-text';
import type { Utterance } from '../reading';
import { talkWords } from '../talk-words';
import type { Features, Mark } from './features';
import { featuresOf } from './features';

export interface PreparedText {
  readonly folded: string;
  readonly words: readonly string[];
  readonly danger: FoundSignals;
  /** Names a place of a neighbourhood, by whatever words. */
  readonly placed: boolean;
  /** Written as one writes to an office. */
  readonly letter: boolean;
  readonly features: Features;
}

export type CutWords = (text: string) => readonly string[];

const listStrength = 0.5;
const pairStrength = 0.5;
const factStrength = 0.3;
const ruleStrength = 0.6;

type List = readonly { readonly id: string; readonly words: readonly string[] }[];

const finder = (list: List): FindWords<string> =>
  findWords(list.flatMap(({ id, words }) => words.map((word) => [word, id] as const)));

const findFieldWords = finder(fieldWords);
const findTalkWords = finder(talkWords);
const findDangerWords = finder(dangerWords);

const listMarks = (found: readonly FoundWord<string>[]): Mark[] => {
  const points = new Map<string, number>();
  for (const { word, tag } of found) points.set(tag, (points.get(tag) ?? 0) + Math.min(3, word.length) / 2);
  const norm = Math.hypot(...points.values());
  return [...points].map(([id, value]) => ({ name: `list:${id}`, strength: (listStrength * value) / norm }));
};

const lengthName = (length: number): string => {
  if (length <= 4) return 'length:4';
  if (length <= 8) return 'length:8';
  if (length <= 16) return 'length:16';
  return length <= 40 ? 'length:40' : 'length:long';
};

const asks = /[?？]|吗|呢|怎么|如何|多少|几点|哪里|哪儿|咋|啥时候|什么时候|能不能|可不可以|请问|有没有/;
const placed =
  /\d\s*(?:号|栋|幢|单元|#|座|楼|期)|[一二三四五六七八九十](?:栋|幢|单元|号楼)|[东西南北正后]门|路口|小区|楼[下道上]|电梯|地库|车库|门口/;
const own = /我|俺|咱|偶/;
const you = /你|您|侬|妳/;
const softly = /[吧啊呀嘛哦啦哈呗哟嘿]|。。|\.\.|…|~|～|\^|:\)|：）|t_t|zz/;

/** Letters to an office name their place by masked or full district and open formally; people in a group do not. */
const district =
  /(?:^|[^a-z])[a-z]\d{0,2}[市县区州]|[\u4e00-\u9fff](?![超小社园校地])[\u4e00-\u9fff](?:市|县|区|街道|镇)[\u4e00-\u9fff]/;
const formal =
  /^(?:关于|咨询|投诉|举报|反映|恳请|恳求|呼吁|强烈|询问|质疑)|问题$|的(?:建议|咨询|投诉|请求|疑问|反映|诉求)$/;

/** Lists of the sort of talk that turn words of danger into something else, or into more. */
const colours = new Set([
  'figure',
  'past',
  'news',
  'sell',
  'notice',
  'now',
  'chat-play',
  'chat-food',
  'wish',
  'trouble',
]);

const pairMarks = (text: string, foundTalk: readonly FoundWord<string>[]): Mark[] => {
  const parts = [...new Set(findDangerWords(text).map(({ tag }) => tag))].sort();
  if (parts.length === 0) return [];
  const talk = [...new Set(foundTalk.map(({ tag }) => tag))].filter((tag) => colours.has(tag));
  const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => `${one}+${other}`));
  const tones = [
    ...talk,
    ...(you.test(text) ? ['you'] : []),
    ...(softly.test(text) ? ['softly'] : []),
    ...(asks.test(text) ? ['asks'] : []),
  ];
  const coloured = parts.flatMap((one) => tones.map((tone) => `${one}~${tone}`));
  const each = pairStrength / Math.sqrt(pairs.length + coloured.length + 1);
  return [
    ...parts.map((part) => ({ name: `part:${part}`, strength: pairStrength / Math.sqrt(parts.length) })),
    ...[...pairs, ...coloured].map((name) => ({ name, strength: each })),
  ];
};

const factMarks = (text: string, { group, photo }: Pick<Utterance, 'group' | 'photo'>): Mark[] => {
  const names = [lengthName(text.length)];
  if (group === 'riders') names.push('riders');
  if (photo) names.push('photo');
  if (asks.test(text)) names.push('asks');
  if (placed.test(text)) names.push('placed');
  if (own.test(text)) names.push('own');
  if (you.test(text)) names.push('you');
  if (softly.test(text)) names.push('softly');
  if (district.test(text)) names.push('district');
  if (formal.test(text)) names.push('formal');
  return names.map((name) => ({ name, strength: factStrength }));
};

const ruleMarks = ({ signals, excuses }: FoundSignals): Mark[] => {
  if (signals.length === 0) return [];
  const names = new Set([
    `danger:${excuses.length > 0 ? 'excused' : 'plain'}`,
    `signals:${Math.min(3, signals.length)}`,
    ...signals.flatMap(({ signal }) => [`signal:${signal.name}`, `signal-of:${signal.category}`]),
    ...excuses.map(({ name }) => `excuse:${name}`),
  ]);
  return [...names].map((name) => ({ name, strength: ruleStrength }));
};

/** A message as the model sees it; training and reading share it, so that they cannot drift apart. */
export const prepareText = (utterance: Pick<Utterance, 'text' | 'group' | 'photo'>, cut: CutWords): PreparedText => {
  const folded = foldText(utterance.text);
  const danger = findSignals(folded);
  const talk = findTalkWords(folded);
  const marks = [
    ...listMarks(findFieldWords(folded)),
    ...listMarks(talk),
    ...pairMarks(folded, talk),
    ...factMarks(folded, utterance),
    ...ruleMarks(danger),
  ];
  const words = cut(folded);
  return {
    folded,
    words,
    danger,
    placed: placed.test(folded),
    letter: formal.test(folded) || district.test(folded),
    features: featuresOf({ text: folded, words, marks }),
  };
};
