import { areaNamedIn, buildingByNumber } from '../../../domain/community/area-tree';
import type { Community, Person } from '../../../domain/community/community';
import { oldSelf } from '../../../domain/community/old-self';
import type { Say } from '../../../domain/decision';
import type { AreaId } from '../../../domain/ids';
import { askStaff } from '../../../domain/notices/ask-staff';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';
import type { Said } from '../said';
import { selfCode } from './change-account';

/** "6号楼", "6-2-301": the building; else whatever area is named. */
const homeOf = (home: string, community: Community): AreaId | null => {
  const number = /^\d{1,3}/u.exec(home)?.[0];
  const building = number === undefined ? undefined : buildingByNumber(community, number);
  return building?.id ?? areaNamedIn(community, home)?.id ?? null;
};

/** Whoever is spoken of hears it, with a code in case it is they themselves. */
const tellOld = async (ports: EnginePorts, of: Person, claim: string, name: string): Promise<readonly Say[]> => {
  if ((await ports.chats.privateChats(of.id)).length === 0) return [];
  return [
    {
      to: { person: of.id },
      key: 'self-claimed',
      urgency: 'prompt',
      question: true,
      choices: ['no'],
      wording: 'self.claimed',
      params: { claim, name, ...(await selfCode(ports, of)) },
    },
  ];
};

/** `我是 刘建国 6号楼`: the same answer whether anybody fits or not; staff look, nothing changes until they have. */
export const claimSelf = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { name, home }: { readonly name: string; readonly home: string },
  { person, community }: Said,
): Promise<InboundAnswer> => {
  const waiting = await ports.claims.openOf(person.id, 'self');
  if (waiting === null || waiting.id === `claim-${inbound.key}`) {
    const at = ports.clock.now().toISOString();
    const building = home === '' ? null : homeOf(home, community);
    const lives = home !== '' && building === null;
    const of = lives ? null : oldSelf(person, { home: building }, await ports.people.byName(name), community);
    const claim = `claim-${inbound.key}`;
    await ports.claims.open({ id: claim, kind: 'self', person: person.id, of: of?.id ?? null, area: building, at });
    const params = {
      claim,
      person: person.id,
      of: of?.id ?? null,
      said: [name, home].filter(Boolean).join(' '),
      building: of?.building ?? null,
    };
    const asked = { community, now: at, key: `self-confirm.${claim}`, question: of !== null };
    await sayBecauseOf(ports, inbound, [
      ...askStaff({ wording: 'self.confirm', params }, asked),
      ...(of === null ? [] : await tellOld(ports, of, claim, person.name)),
    ]);
    // Nobody fits: there is nothing to decide, and it may be said again, better.
    if (of === null) await ports.claims.settle(claim, 'refused', null);
  }
  await answerPerson(ports, inbound, { wording: 'self.asked', params: {} });
  return heard('说自己是登记过的人：请社区核对');
};

/** `我住 6号楼`: a resident once staff have found it true. */
export const claimHome = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  home: string,
  { person, community }: Said,
): Promise<InboundAnswer> => {
  const area = homeOf(home, community);
  if (area === null) {
    await answerPerson(ports, inbound, { wording: 'self.home-unknown', params: {} });
    return heard('没认出住在哪里');
  }
  const waiting = await ports.claims.openOf(person.id, 'home');
  const claim = `home-${inbound.key}`;
  if (person.building !== area && (waiting === null || waiting.id === claim)) {
    const at = ports.clock.now().toISOString();
    await ports.claims.open({ id: claim, kind: 'home', person: person.id, of: null, area, at });
    const spoken = { wording: 'self.confirm-home', params: { claim, person: person.id, area } } as const;
    const asked = { community, now: at, key: `home-confirm.${claim}`, question: true };
    await sayBecauseOf(ports, inbound, askStaff(spoken, asked));
  }
  const answer =
    person.building === area
      ? ({ wording: 'self.home-granted', params: { name: person.id, area } } as const)
      : ({ wording: 'self.home-asked', params: { area } } as const);
  await answerPerson(ports, inbound, answer);
  return heard('说住在哪里：请社区核对');
};
