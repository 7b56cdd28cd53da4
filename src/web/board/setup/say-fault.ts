import type { PackFault } from '../../../usecases/packs/pack-error';
import type { Language } from '../../../domain/wording/say-moment';

type Rule = readonly [RegExp, string];

/** What may be wrong, as the checks of a pack say it, and the same in Chinese. */
const wrong: readonly Rule[] = [
  [/^"[^"]*" is missing$/u, '还没填'],
  [/^entry (\d+) of .* is (.*)$/u, '第$1个不能是 $2'],
  [/^"[^"]*" is empty$/u, '还没填'],
  [/^"[^"]*" is (.*)$/u, '不能是 $1'],
  [/^unknown person "(.*)"$/u, '没有编号是“$1”的人'],
  [/^unknown area "(.*)"$/u, '没有编号是“$1”的地方'],
  [/^unknown shop "(.*)"$/u, '没有编号是“$1”的领取点'],
  [/^unknown category "(.*)"$/u, '没有编号是“$1”的类别'],
  [/^unknown \S+ "(.*)"$/u, '没有“$1”'],
  [/ "(.*)" is there twice$/u, '“$1”有两个'],
  [/^nobody is staff or director$/u, '一个社区工作人员、主任也没有了'],
  [/^"(.*)" is on duty without an office$/u, '“$1”没有职责，不能值班'],
  [/^people stand in for each other in a circle: (.*)$/u, '替班转成了一个圈：$1'],
  [/^"(.*)" has no office to stand in$/u, '“$1”没有职责，不能替班'],
  [/^one day without the other$/u, '只填了一个日子'],
  [/^"to" is before "from"$/u, '到的日子比从的早'],
  [/^the critical category "(.*)" has no emergencyNumber$/u, '紧急的事要写先打哪个电话'],
  [/^"(.*)" asks for papers, which nobody else may see$/u, '要材料的事，群里不能出现'],
  [/^the new category "(.*)" has no (.*)$/u, '新类别“$1”还缺：$2'],
  [/is to be claimed later than it is to be solved$/u, '接单的时间比办好的还长'],
  [/is to be answered later than it is to be solved$/u, '头一次答复比办好的还晚'],
  [/^the name "(.*)" is another/u, '“$1”这个名字别的部门或地方用了'],
];

const wanted: readonly Rule[] = [
  [/^an id in small letters/u, '小写字母、数字、横线，例如 grid-2'],
  [/^a name of at most (\d+)/u, '最多$1个字'],
  [/^a name$/u, '写一个名字'],
  [/^text/u, '写文字'],
  [/^a whole number$|^a number$/u, '填数字'],
  [/^a number of at most (.*)$/u, '最大填 $1'],
  [/^a number of at least (.*)$/u, '最小填 $1'],
  [/^at most (\d+) (?:characters|entries)$/u, '最多$1个'],
  [/^at least (\d+) (?:characters|entries)$/u, '至少$1个'],
  [/^at least one/u, '至少选一个'],
  [/^a time such as/u, '写时间，例如 08:30'],
  [/^a day such as|ISO date/u, '写日子，例如 2026-12-01'],
  [/^a day of the year/u, '写几月几日，例如 05-01'],
  [/^working hours in the order/u, '按一天的先后写，每段先起后止，不要重叠'],
  [/^seasons that share no day/u, '两季不要有同一天'],
  [/^a number to ring/u, '例如 119'],
  [/^the number to ring/u, '例如 119'],
  [/^a Telegram id/u, '例如 -1001234567890'],
  [/^both "from" and "to"/u, '两个日子都填，或者都不填'],
  [/^the last day/u, '填最后一天'],
  [/^claimMinutes of at most/u, '接单不长于办好'],
  [/^firstAnswerMinutes of at most/u, '头一次答复不晚于办好'],
  [/^somebody outside the circle/u, '圈里有一处换成别人'],
  [/^card: never/u, '“群里”选不出现，时限不选紧急'],
  [/^each .* once$/u, '每个只写一次'],
  [/^at least one, so that/u, '至少留一个，事情才有人办'],
  [/^somebody with a role/u, '先给一个职责，例如网格员'],
  [/^names and aliases of its own/u, '换一个名字'],
  [/^one of (.*)$/u, '请从这些里选：$1'],
];

const said = (text: string, rules: readonly Rule[]): string => {
  const rule = rules.find(([pattern]) => pattern.test(text));
  if (!rule) return text;
  const found = rule[0].exec(text) ?? [];
  return rule[1].replaceAll(/\$(\d)/gu, (_all, group: string) => found[Number(group)] ?? '');
};

/** A fault of a pack in the words of whoever typed it. */
export const sayFault = ({ what, expected }: PackFault, language: Language): string =>
  language === 'en' ? `${what}; expected ${expected}` : `${said(what, wrong)}：${said(expected, wanted)}`;
