import type { PersonId } from '../ids';
import { communityArea } from './area-tree';
import type { Community, Person } from './community';

/** What people call officers by behind the family name ("林主任"). */
const titles = '(?:主任|书记|网格员|网格长|楼长|站长|干部|经理)';

/** The community's head without a name; a head teacher or an owners' committee is somebody else's. */
const theHead = /(?<!班|业委会|车间|科室|系)(?:主任|书记)/u;

const isHead = (person: Person, community: Community): boolean =>
  person.roles.some(({ role, area }) => role === 'director' && area === communityArea(community)?.id);

const isNamed = (person: Person, text: string, community: Community): boolean => {
  const name = person.name.normalize('NFKC').toLowerCase();
  if (name.length > 1 && text.includes(name)) return true;
  if (/^\p{Script=Han}/u.test(name) && new RegExp(`${name.charAt(0)}${titles}`, 'u').test(text)) return true;
  return isHead(person, community) && theHead.test(text);
};

/** The officers whom these words may mean: by name, by family name and title, or as the head of the community. */
export const officersNamed = (words: string, community: Community): readonly PersonId[] => {
  const text = words.normalize('NFKC').toLowerCase();
  return community.officers.filter((person) => isNamed(person, text, community)).map(({ id }) => id);
};
