/** Words of the honours list. */
export type FoundHonours =
  /** `光荣榜`, `光荣榜 上月`; `publish`: `发光荣榜`, in the groups. */
  | { readonly verb: 'list' | 'publish'; readonly lastMonth: boolean }
  /** `榜名 小飞`; null: `榜名 不上`. */
  | { readonly verb: 'name'; readonly name: string | null };

/** Heard in private. */
export const findHonours = (folded: string): FoundHonours | null => {
  const text = folded.replace(/[。.!~\s]+$/u, '');
  const list = /^(发)?(?:光荣榜|honours)\s*(上个?月)?$/u.exec(text);
  if (list) return { verb: list[1] ? 'publish' : 'list', lastMonth: list[2] !== undefined };
  const name = /^榜名\s+(\S{1,12})$/u.exec(text)?.[1];
  if (name === undefined) return null;
  return { verb: 'name', name: /^(?:不上|不要|匿名)$/u.test(name) ? null : name };
};
