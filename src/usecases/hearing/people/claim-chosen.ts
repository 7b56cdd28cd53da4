import { hasRole } from '../../../domain/community/may';
import type { Person } from '../../../domain/community/community';
import type { ChoiceId, SpokenSay } from '../../../domain/decision';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { Claim } from '../../ports-of-people';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';
import { joinSelves } from './join-selves';
import { grantKin, refuseKin } from './speak-for';
import { partChosen } from './part-selves';

type Granted = (ports: EnginePorts, inbound: Inbound, claim: Claim, by: Person) => Promise<boolean>;

const grantSelf: Granted = async (ports, inbound, { id, person, of }, by) => {
  const [from, to] = await ports.people.byIds([person, of ?? '']);
  return from !== undefined && to !== undefined && joinSelves(ports, inbound, { id, from, to, by: by.id });
};

const grantHome: Granted = async (ports, inbound, { person, area }, by) => {
  const [resident] = await ports.people.byIds([person]);
  if (!resident || area === null) return false;
  await ports.people.grant(resident.id, resident.name, 'resident', area);
  await ports.people.livesIn(resident.id, area);
  await sayBecauseOf(ports, inbound, [
    {
      to: { person },
      key: 'home-granted',
      urgency: 'prompt',
      wording: 'self.home-granted',
      params: { name: person, area },
    },
    {
      to: { person: by.id },
      key: 'home-granted-staff',
      urgency: 'prompt',
      wording: 'self.granted-staff',
      params: { person, area },
    },
  ]);
  return true;
};

const refuse = async (ports: EnginePorts, inbound: Inbound, { person }: Claim, by: Person): Promise<void> => {
  await sayBecauseOf(ports, inbound, [
    { to: { person }, key: 'self-refused', urgency: 'prompt', wording: 'self.refused', params: {} },
    {
      to: { person: by.id },
      key: 'self-refused-staff',
      urgency: 'prompt',
      wording: 'self.refused-staff',
      params: { person },
    },
  ]);
};

const grants: Readonly<Record<Claim['kind'], Granted>> = { self: grantSelf, home: grantHome, kin: grantKin };

const settle = async (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  yes: boolean,
  by: Person,
): Promise<InboundAnswer> => {
  const claim = await ports.claims.settle(id, yes ? 'granted' : 'refused', by.id);
  if (claim === null) return heard('核对的事已经没有了');
  // Also when the same answer comes again after an outage: what it leads to is repeat-safe.
  if (claim.by !== by.id || (claim.state === 'granted') !== yes) {
    const params = { person: claim.person, granted: claim.state === 'granted' };
    await answerPerson(ports, inbound, { wording: 'self.settled', params });
    return heard('别人已经核对过了');
  }
  if (!yes) {
    await (claim.kind === 'kin' ? refuseKin : refuse)(ports, inbound, claim, by);
    return heard('没核对上');
  }
  const done = await grants[claim.kind](ports, inbound, claim, by);
  if (!done) await answerPerson(ports, inbound, { wording: 'self.cannot', params: {} });
  return heard(done ? '核对好了' : '接不过去');
};

const claimIn = (say: SpokenSay): string | null =>
  say.wording === 'self.confirm' || say.wording === 'self.confirm-home' || say.wording === 'kin.confirm'
    ? say.params.claim
    : null;

/** The answer to who somebody is, where they live, whether accounts are to be parted. Null: of something else. */
export const claimChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  const { say } = row;
  if (say.card !== undefined || (choice !== 'yes' && choice !== 'no')) return null;
  if (say.wording === 'self.part-ask') return partChosen(ports, inbound, say.params.merge, choice, by);
  // The one who was spoken of can only say that it is not they: the code says that it is.
  if (say.wording === 'self.claimed') return settle(ports, inbound, say.params.claim, false, by);
  if (say.wording === 'kin.confirm' && !say.params.toStaff)
    return settle(ports, inbound, say.params.claim, choice === 'yes', by);
  const claim = claimIn(say);
  if (claim === null) return null;
  return hasRole(by, ['staff', 'director'])
    ? settle(ports, inbound, claim, choice === 'yes', by)
    : heard('只有社区的人能核对');
};
