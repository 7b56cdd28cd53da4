/** "说错了是8号楼", "打错字了，3单元", "不是6号楼，是8号楼", "应该是西门". */
const slip = /说错|打错|写错|发错|搞错|弄错|记错|更正|纠正|不对[，,。 ]|不是.{1,10}[，, ]?是|应该是/u;

/** Longer than anybody needs to correct a place. */
const longest = 40;

/** Whether these words may put another place right that the same person has just named. */
export const soundsLikeASlip = (text: string): boolean => text.length <= longest && slip.test(text);
