import type { Seen, StoryWorld } from './story-world';

/** What Linli says anew to a person in private while something is done. */
export const toldTo = async (
  world: StoryWorld,
  person: string,
  act: () => Promise<unknown>,
): Promise<readonly Seen[]> => {
  const before = (await world.private(person)).length;
  await act();
  return (await world.private(person)).slice(before);
};

/** What Linli says anew in a group while something is done. */
export const saidIn = async (
  world: StoryWorld,
  group: string,
  act: () => Promise<unknown>,
): Promise<readonly Seen[]> => {
  const before = (await world.group(group)).length;
  await act();
  return (await world.group(group)).slice(before);
};

/** The number of the newest matter that the person was told of. */
export const numberTold = async (world: StoryWorld, person: string): Promise<number> => {
  const found = (await world.private(person)).findLast(({ text }) => /#\d+/.test(text));
  if (!found) throw new Error(`${person} was told of no matter`);
  return Number(/#(\d+)/.exec(found.text)?.[1]);
};
