import type { AdvanceClock, Happened } from '../../usecases/time/advance-clock';
import type { Clock } from '../../usecases/ports';
import { Problem } from './problem';
import { furthestMinutes, type MoveClock } from './sandbox.requests';

const msPerMinute = 60_000;

/** One move at a time: two at once would run past each other. */
export const createMoveClock = (advance: Pick<AdvanceClock, 'advanceTo' | 'jumpTo'>, clock: Clock) => {
  let last: Promise<unknown> = Promise.resolve();

  const move = async ({ advanceMinutes, to, jumpMinutes }: MoveClock): Promise<readonly Happened[]> => {
    const now = clock.now().getTime();
    const later = (minutes: number): string => new Date(now + minutes * msPerMinute).toISOString();
    if (jumpMinutes !== undefined) return advance.jumpTo(later(jumpMinutes));
    if (to === undefined) return advance.advanceTo(later(advanceMinutes ?? 0));
    if (Date.parse(to) < now)
      throw new Problem(400, 'The clock only goes forward.', [`to: a moment after ${later(0)}`]);
    if (Date.parse(to) > now + furthestMinutes * msPerMinute)
      throw new Problem(400, 'That is too far ahead.', [`to: a moment before ${later(furthestMinutes)}`]);
    return advance.advanceTo(new Date(to).toISOString());
  };

  return async (wanted: MoveClock) => {
    const moving = last.catch(() => undefined).then(() => move(wanted));
    last = moving;
    const happened = await moving;
    return {
      now: clock.now().toISOString(),
      happened: happened.map(({ at, matter, events }) => ({
        at,
        number: matter?.number ?? null,
        kind: matter?.kind ?? 'held',
        events,
      })),
    };
  };
};
