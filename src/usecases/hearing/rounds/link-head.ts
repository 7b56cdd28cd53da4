import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { doorOf } from '../../../domain/rounds/marked-lines';
import { isStaff } from '../../../domain/rounds/round-staff';
import { villagesOf, villagesOfRound } from '../../../domain/rounds/team';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { householdMeant } from './household-meant';

/** `户主 3号 张三`: whom a household's marks are told in private from now on; said by its inspectors and by staff. */
export const linkHead = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  const own = villagesOf(person.id, ports.clock.now().toISOString(), community);
  const villages = isStaff(person) ? villagesOfRound(policy) : own;
  const notYours = async () => {
    await answerPerson(ports, inbound, { wording: 'round.not-yours', params: { what: 'link' } });
    return heard('户主：没有这个权限');
  };
  if (villages.length === 0) return notYours();
  const meant = await householdMeant(ports, inbound, text, { community, policy, villages });
  if ('silent' in meant) return meant;
  const { household, rest } = meant;
  if (!villages.includes(household.village)) return notYours();
  const name = rest.trim();
  const found = await ports.people.byName(name);
  const [head] = found;
  if (head?.id === person.id) return notYours();
  if (head && found.length === 1) await ports.households.link(household.id, head.id);
  await answerPerson(ports, inbound, {
    wording: 'round.linked',
    params: { ...doorOf(household), name, found: found.length },
  });
  return heard(found.length === 1 ? `户主：${household.id}` : '户主：没有对上');
};
