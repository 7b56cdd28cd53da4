import type { Person } from '../../../domain/community/community';
import type { PersonId } from '../../../domain/ids';
import type { EnginePorts } from '../../ports-of-engine';

/** Those of them who ever wrote to Linli in private: the others would hear nothing. */
export const reachablePeople = async (
  { chats }: Pick<EnginePorts, 'chats'>,
  people: readonly Person[],
): Promise<readonly PersonId[]> => {
  const found = await Promise.all(people.map(({ id }) => chats.privateChats(id)));
  return [...new Set(people.flatMap(({ id }, index) => (found[index]?.length ? [id] : [])))];
};
