import { localTime, plusDays } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import { accountOwner } from '../../domain/points/account';
import { Round } from '../../domain/rounds/round';
import type { RoundPolicy } from '../../domain/rounds/round-policy';
import { villagesOfRound } from '../../domain/rounds/team';
import type { VillageLine } from '../../domain/wording/round-params';
import type { WordingParams } from '../../domain/wording/params';
import { villageLines } from '../deciding/round-facts';
import { plaquesOf } from '../hearing/rounds/say-plaques';
import type { Clock, Ledger, Matters, People } from '../ports';
import type { Households, RoundMarks } from '../ports-of-rounds';

export interface HonoursPorts {
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'honours'>;
  readonly people: Pick<People, 'honourNames'>;
  readonly matters: Pick<Matters, 'find'>;
  readonly households: Households;
  readonly marks: RoundMarks;
}

const listed = 30;
const rounds = 6;

export interface MonthHonours {
  readonly month: string;
  /** Under the name that each chose; null: none. */
  readonly lines: readonly { readonly points: number; readonly name: string | null }[];
}

/** Who earned most in this month or the last, as the groups read it. */
export const monthHonours = async (
  { clock, ledger, people }: HonoursPorts,
  lastMonth: boolean,
  { calendar }: Pick<Community, 'calendar'>,
): Promise<MonthHonours> => {
  const today = localTime(clock.now().toISOString(), calendar.timeZone).date;
  const month = (lastMonth ? plusDays(`${today.slice(0, 7)}-01`, -1) : today).slice(0, 7);
  const found = await ledger.honours(month, 'person', listed);
  const names = await people.honourNames(found.map(({ account }) => accountOwner(account)));
  const lines = found.map(({ account, points }) => ({ points, name: names.get(accountOwner(account)) ?? null }));
  return { month, lines };
};

export interface RoundSeen {
  readonly round: Round;
  /** How far each village is; of a household nothing is shown. */
  readonly villages: readonly VillageLine[];
  readonly plaques: WordingParams['round.honours'];
}

/** The last rounds of all households, the newest first: how far they are, and who has the plaque. */
export const roundsSeen = async (ports: HonoursPorts, policy: RoundPolicy): Promise<readonly RoundSeen[]> => {
  const found = (await ports.matters.find({ kind: 'round', limit: rounds })).map(({ state }) => Round.parse(state));
  return Promise.all(
    found
      .filter(({ phase }) => phase !== 'planned')
      .map(async (round) => ({
        round,
        villages: await villageLines(ports, round.id, villagesOfRound(policy), false),
        plaques: await plaquesOf(ports, round, policy),
      })),
  );
};
