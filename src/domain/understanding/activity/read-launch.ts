/** `发起 …`, `organise …`, heard in private and among staff; followed by a blank, so that 发起人 is plain talk. `from`: where its words begin. */
export const findLaunch = (folded: string): { readonly from: number } | null => {
  const found = /^(?:发起(?:活动)?|organi[sz]e)(?=$|[\s:,])[\s:,]*/u.exec(folded);
  return found && { from: found[0].length };
};
