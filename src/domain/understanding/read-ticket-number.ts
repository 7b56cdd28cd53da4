/** `#102` is ours; `8#2单元` and `#2楼` are buildings: no digit before the sign and no counting word after the number. */
const ours = /(?<![\da-z])#\s?(\d{3,9})(?!\d)(?!\s*(?:号?楼|栋|幢|单元|室|点|元|人))/;

/** After a verb, in private only: "办结 102". */
const afterVerb =
  /^\s*(?:接|办|办结|退|转|等|继续|上报|留言|撤销|通过|驳回|查|为什么|我也是|取消关注|关注|还没好|好了|报名|取消报名|我负责|加人|补充|更正|撤回|看到了|解除|误报|并)\s*(\d{3,9})(?!\d)(?!\s*(?:号?楼|栋|幢|单元|室|点|元|人))/;

const atLeast = 101;

const valid = (found: string | undefined): number | null => {
  const value = found === undefined ? NaN : Number(found);
  return Number.isSafeInteger(value) && value >= atLeast ? value : null;
};

/** One of our numbers in a folded text, or null. */
export const readTicketNumber = (folded: string, inPrivate: boolean): number | null =>
  valid(ours.exec(folded)?.[1]) ?? (inPrivate ? valid(afterVerb.exec(folded)?.[1]) : null);
