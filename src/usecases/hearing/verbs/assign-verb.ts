import { areaOfName } from '../../../domain/community/area-of-name';
import { gridWorkersFor, staffFor } from '../../../domain/community/responsible';
import type { Community } from '../../../domain/community/community';
import type { PersonId } from '../../../domain/ids';
import { colleagueNamed } from '../duty/colleague-named';
import { besideNamed } from './beside-named';
import type { Asked, VerbMeaning } from './verb-meaning';

/** A desk by its name: a grid's workers, the community's staff. Empty: no such desk. */
const deskNamed = (name: string, community: Community, now: string): readonly PersonId[] => {
  const area = areaOfName(community, name);
  const people = area?.kind === 'grid' ? gridWorkersFor(community, area.id, now) : [];
  const clerks = area?.kind === 'community' || name === '社区' ? staffFor(community, area?.id ?? null, now) : [];
  return [...people, ...clerks].map(({ id }) => id);
};

const namesIn = (rest: string): readonly string[] =>
  rest
    .replace(/^给\s*/u, '')
    .split(/[、,，和与\s]+/u)
    .filter((name) => name !== '');

/** The people named, or nobody when one of the names says nothing. */
const peopleNamed = async ({ ports, typed, community }: Asked): Promise<readonly PersonId[]> => {
  const now = ports.clock.now().toISOString();
  const found = await Promise.all(
    namesIn(typed.rest).map(async (name) => {
      const colleague = await colleagueNamed(ports, name);
      return colleague ? [colleague.id] : deskNamed(name, community, now);
    }),
  );
  return found.some((people) => people.length === 0) ? [] : found.flat();
};

/** `派 #12 给 王芳`, `派 #12 给 物业`, `裁定 #12 给 王芳`. */
export const assign: VerbMeaning = {
  handlers: true,
  command: async (asked) => {
    const to = await peopleNamed(asked);
    const [name, another] = namesIn(asked.typed.rest);
    const beside = to.length > 0 || name === undefined || another !== undefined ? null : await besideNamed(asked, name);
    const people = beside?.person ? [beside.person.id] : to;
    return { kind: 'assign', by: asked.person, to: people, desk: beside?.desk ?? null };
  },
};
