/** Runs of Chinese are cut into pairs of characters, others into words: whoever looks for 停车 finds it in 乱停车. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

const pairs = (run: string): readonly string[] => {
  const letters = Array.from(run);
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
};

/** More than anybody looks for; the rest of a long text is not found. */
const MOST = 400;

/** What a text is found by: half width, lower case. */
export const termsOf = (text: string): string[] => {
  const plain = text.normalize('NFKC').toLowerCase();
  const found = [...plain.matchAll(runs)].flatMap(([run]) =>
    /^\p{Script=Han}/u.test(run) ? pairs(run) : [run.slice(0, 40)],
  );
  return [...new Set(found)].slice(0, MOST);
};
