import type { Community } from '../../../domain/community/community';
import type { AreaId } from '../../../domain/ids';
import { householdId, type Household } from '../../../domain/rounds/household';
import { householdAhead, nearNumbers } from '../../../domain/rounds/read-marks';
import { villageAhead, villagesOfRound } from '../../../domain/rounds/team';
import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

interface Meant {
  readonly household: Household;
  /** What stands behind its number. */
  readonly rest: string;
}

interface Where {
  readonly community: Community;
  readonly policy: RoundPolicy;
  /** The villages that are meant when none is named. */
  readonly villages: readonly AreaId[];
}

/** The household that the words begin with; an answer, when there is none or more than one of that number. */
export const householdMeant = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { community, policy, villages }: Where,
): Promise<Meant | InboundAnswer> => {
  const named = villageAhead(text, villagesOfRound(policy), community);
  const door = householdAhead(named?.rest ?? text);
  const within = named ? [named.village] : villages;
  const found = door ? await ports.households.byIds(within.map((village) => householdId(village, door.number))) : [];
  const [household] = found;
  if (door && household && found.length === 1) return { household, rest: door.rest };
  if (found.length > 1) {
    await answerPerson(ports, inbound, {
      wording: 'round.not-marked',
      params: { door: null, why: { kind: 'which-village' } },
    });
    return heard('户：没有说是哪个村');
  }
  const village = within.length === 1 ? (within[0] ?? null) : null;
  const numbers = village && door ? (await ports.households.ofVillage(village)).map(({ number }) => number) : [];
  const near = door ? nearNumbers(door.number, numbers) : [];
  await answerPerson(ports, inbound, {
    wording: 'round.no-household',
    params: { said: door?.number ?? null, village, near },
  });
  return heard('户：没有这个户号');
};
