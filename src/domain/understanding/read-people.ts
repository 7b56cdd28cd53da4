import { readNumber } from './read-number';

const count = '(\\d{1,3}|[一二两三四五六七八九十百俩]{1,4})';
const together = new RegExp(
  `(?:我们|咱们|一共|共|总共|加上我)?${count}\\s*(?:个人|位|人|名|口人|口|口子)(?!民|工|家|行|员|字|气|生|才|物)`,
);
const plus = /(?:^|[\s,，。])\+\s*(\d{1,2})(?!\d)/;
const adultsAndChildren = new RegExp(
  `${count}\\s*(?:个)?(?:大人|大)\\s*[,，、和加]?\\s*${count}\\s*(?:个)?(?:小孩|孩子|小|娃)`,
);
const withOthers =
  /我(?:和|跟|带|同)(?:我)?(?:老伴|老婆|老公|爱人|媳妇|对象|妈|爸|孩子|儿子|女儿|朋友|同学|邻居|奶奶|爷爷|妹妹|姐姐|哥哥|弟弟)|我俩|俺俩|我们俩|夫妻俩|母女俩|父子俩|两口子/;

const numberAt = (match: RegExpExecArray | null, group: number): number | null => {
  const found = match?.[group];
  if (found === undefined) return null;
  return found === '俩' ? 2 : readNumber(found);
};

/** How many people come: "两个人", "+2", "三大一小", "我和老伴". */
export const readPeople = (folded: string): number | null => {
  const family = adultsAndChildren.exec(folded);
  const [adults, children] = [numberAt(family, 1), numberAt(family, 2)];
  if (adults !== null && children !== null) return adults + children;
  const counted = numberAt(together.exec(folded), 1) ?? numberAt(plus.exec(folded), 1);
  if (counted !== null && counted > 0) return counted;
  return withOthers.test(folded) ? 2 : null;
};
