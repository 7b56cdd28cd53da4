import type { CommandLine, Verb } from './verb';

const listOf = (verbs: readonly Verb[]): string =>
  ['npm run -s cli -- <verb>', '', ...verbs.flatMap(({ usage, what }) => [`  ${usage}`, `      ${what}`]), ''].join(
    '\n',
  );

/** Runs the verb that was typed; without one, or with an unknown one, shows what there is. */
export const dispatch = async (
  verbs: readonly Verb[],
  [name, ...args]: readonly string[],
  line: Omit<CommandLine, 'args'>,
): Promise<number> => {
  if (name === undefined || name === 'help' || name === '--help') {
    line.stdout.write(listOf(verbs));
    return name === undefined ? 2 : 0;
  }
  const verb = verbs.find((each) => each.name === name);
  if (verb !== undefined) return verb.run({ ...line, args });
  line.stderr.write(`没有“${name}”这个命令 · there is no verb "${name}".\n\n${listOf(verbs)}`);
  return 2;
};
