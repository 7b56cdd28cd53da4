import { readCount } from './read-sign-up';

/** Whom somebody names to come, behind the verb. `forOthers`: said to be for them ("替邓涛报"), member or not. */
export interface NamedOthers {
  readonly names: readonly string[];
  readonly forOthers: boolean;
}

const forForm = /^(?:帮|替|给|代)\s*/u;
const behind = /(?:来)?(?:报(?:个?名|上)?|参加)?[\s。.!！~]*$/u;
const between = /[\s,，、;；]+|(?<=.)[和跟与](?=.)/u;
const longestName = 12;

/** "邓涛", "替邓涛报", "我和邓涛": the names; counts are none. Whether they are people's is for others to find out. */
export const readNamedOthers = (rest: string): NamedOthers => {
  const said = rest.trim();
  const forOthers = forForm.test(said);
  const names = said
    .replace(forForm, '')
    .replace(behind, '')
    .split(between)
    .filter((name) => name.length > 1 && name.length <= longestName && readCount(name) === null);
  return { names, forOthers };
};

/** "帮邓涛报名 #101": the verb behind the name. */
export const forOthersForm = /^(?:帮|替|给|代)\s*(\S{1,12}?)\s*报个?名\s*#\s?(\d{1,9})(?!\d)[\s。.!~]*$/u;
