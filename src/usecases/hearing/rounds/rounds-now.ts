import { Round, roundId } from '../../../domain/rounds/round';
import type { EnginePorts } from '../../ports-of-engine';

/** Rounds that can be looked back at. */
const looked = 6;

/** The newest first. */
const roundsOf = async ({ matters }: Pick<EnginePorts, 'matters'>): Promise<readonly Round[]> =>
  (await matters.find({ kind: 'round', limit: looked })).map(({ state }) => Round.parse(state));

/** The round in which households are marked now; else the one that was or comes next. */
export const roundToMark = async (ports: Pick<EnginePorts, 'matters'>): Promise<Round | null> => {
  const rounds = await roundsOf(ports);
  return (
    rounds.find(({ phase }) => phase === 'marking') ??
    rounds.find(({ phase }) => phase !== 'planned') ??
    rounds[0] ??
    null
  );
};

/** The round whose marks households heard last. */
export const roundToObject = async (ports: Pick<EnginePorts, 'matters'>): Promise<Round | null> =>
  (await roundsOf(ports)).find(({ phase }) => phase !== 'planned' && phase !== 'marking') ?? null;

/** The last one that was posted, or that of a month. */
export const roundPosted = async (ports: Pick<EnginePorts, 'matters'>, month: string | null): Promise<Round | null> =>
  (await roundsOf(ports)).find((round) => (month === null ? round.posted.count > 0 : round.id === roundId(month))) ??
  null;
