import type { Person } from '../../../domain/community/community';
import { keepAddress } from '../../pages/enter';
import type { EnginePorts } from '../../ports-of-engine';

const linkDays = 7;

/** An address at which this person alone reads all of their statement; the earlier one opens nothing any more. */
export const keepStatementPage = async (
  { links, words, clock, siteUrl }: Pick<EnginePorts, 'links' | 'words' | 'clock' | 'siteUrl'>,
  { id: person }: Pick<Person, 'id'>,
): Promise<{ readonly words: string; readonly until: string }> => {
  const now = clock.now();
  const until = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
  await links.end(person, 'statement');
  const { id, token } = await links.make({ purpose: 'statement', person, about: null, until, once: false });
  const link = { id, path: `/statement/${token}` };
  return { words: await keepAddress(words, link, person, now.toISOString(), siteUrl()), until };
};
