import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';

/** Those who do for others what these cannot do on a phone: captains for who lives in their area, staff for anybody. */
export const mayStandFor = (by: Person, person: Person, { community }: Pick<Setting, 'community'>): boolean =>
  hasRole(by, ['captain', 'grid-worker', 'staff', 'director'], { community, area: person.building });

/** Whose points are meant; an answer when that is nobody, not clear or not theirs to spend. */
export const personMeant = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string | null,
  { person: by, community }: Setting,
): Promise<Person | InboundAnswer> => {
  if (name === null) return by;
  if (!hasRole(by, ['captain', 'grid-worker', 'staff', 'director'])) {
    await answerPerson(ports, inbound, { wording: 'reward.not-yours', params: { what: 'proxy' } });
    return heard('代兑：没有这个权限');
  }
  const found = (await ports.people.byName(name)).filter((person) => mayStandFor(by, person, { community }));
  const [person] = found;
  if (person && found.length === 1) return person;
  await answerPerson(ports, inbound, { wording: 'reward.no-such-person', params: { name, found: found.length } });
  return heard('代兑：没有说清是谁');
};
