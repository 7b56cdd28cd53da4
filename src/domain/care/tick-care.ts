import { decision, type Decision, type Say } from '../decision';
import type { CareContext } from './care-command';
import { scheduleCare, visitDue, type CareTime } from './care-clock';
import type { CareEvent } from './care-event';
import type { CareFile } from './care-file';
import { keepersFor } from './care-people';
import { careSays, fileIn } from './care-says';

const perform = (file: CareFile, { name, what }: CareTime, { now, community }: CareContext) => {
  const params = { ...fileIn(file, community), due: visitDue(file, community) };
  // Of one round, one notice a rule and person; the round is named by the moment from which it counts.
  const key = `${name}.${file.since}`;
  if (what !== 'missed') {
    const again = what === 'retry';
    return {
      to: [file.contact],
      says: careSays([file.contact], key, { wording: 'care.remind', params: { ...params, again } }),
    };
  }
  const keepers = keepersFor(file, community, now);
  return {
    to: [file.contact, ...keepers],
    says: [
      ...careSays([file.contact], key, { wording: 'care.missed', params: { ...params, yours: true } }),
      ...careSays(keepers, key, { wording: 'care.missed', params: { ...params, yours: false } }),
    ],
  };
};

/** Time passed: of reminders that came due together the last one is said. */
export const tickCare = (file: CareFile, context: CareContext): Decision<CareEvent> => {
  const due = scheduleCare(file, context.community).filter(({ at }) => at <= context.now);
  const last = due.at(-1);
  if (!last) return decision<CareEvent>();
  const skipped = due.slice(0, -1).map(({ name }) => name);
  const { to, says }: { to: readonly string[]; says: readonly Say[] } = perform(file, last, context);
  return decision<CareEvent>({
    events: [
      ...(skipped.length > 0 ? [{ kind: 'skipped', at: context.now, steps: skipped } as const] : []),
      { kind: 'notified', at: context.now, step: last.name, to: [...to] },
    ],
    says,
  });
};
