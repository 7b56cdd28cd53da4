export interface Called {
  readonly text: string;
  readonly mentioned: boolean;
}

/** WeChat puts this thin space behind a name that was chosen from the list of members. */
const BEHIND = '\u2005';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Whether the bot is called, and the words without the call. `listed` is null where the puppet lists nobody: then the
 * name counts when the thin space of a real mention stands behind it.
 */
export const readCall = (text: string, bot: { readonly name: string; readonly listed: boolean }): Called => {
  if (!text.includes('@')) return { text, mentioned: bot.listed };
  const byName = new RegExp(`@${escaped(bot.name)}(?:${BEHIND}|\\s|$)`);
  const named = bot.name !== '' && byName.test(text);
  const mentioned = bot.listed || (named && text.includes(`@${bot.name}${BEHIND}`));
  if (!mentioned) return { text, mentioned: false };
  // A name that was given to the bot in this group only is not known: then the first real mention is taken for it.
  const call = named ? byName : new RegExp(`@[^@\\s${BEHIND}]{1,32}${BEHIND}`);
  return { text: text.replace(call, ' ').replace(/ {2,}/g, ' ').trim(), mentioned: true };
};
