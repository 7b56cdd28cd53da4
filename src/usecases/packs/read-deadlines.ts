import { parse } from 'yaml';
import { z } from 'zod';
import { WorkCalendar } from '../../domain/calendar/work-calendar';
import { Policy } from '../../domain/community/policy';
import { refused, type Result } from '../../domain/decision';
import type { Deadlines } from '../../domain/figures/replay-deadlines';
import type { PackError } from './pack-error';
import { PackFile } from './pack-schema';
import { readYaml } from './read-yaml';
import { stageFaults } from './stage-faults';

/** The parts of a pack that deadlines depend on. */
const DeadlinesFile = PackFile.pick({ policy: true, calendar: true });

/** Which figures are written at all. */
const Written = z
  .object({
    policy: z.record(z.string(), z.unknown()).nullish(),
    calendar: z.record(z.string(), z.unknown()).nullish(),
  })
  .nullish();

const writtenIn = <T extends object>(given: T, written: object | null | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key in (written ?? {}))) as Partial<T>;

/** Deadlines as a file proposes them; what it does not name stays as it is today. */
export const readDeadlines = (
  text: string,
  fileName: string,
  today: Deadlines,
): Result<Deadlines, readonly PackError[]> => {
  const read = readYaml(text, fileName, DeadlinesFile);
  if (!read.ok) return read;
  const { value: file, locate } = read.value;
  const written = Written.parse(parse(text));
  const { classes: given, ...rest } = file.policy;
  const classes = Object.fromEntries(
    Object.entries(today.policy.classes).map(([name, figures]) => [
      name,
      { ...figures, ...given[name as keyof typeof given] },
    ]),
  );
  const policy = Policy.parse({ ...today.policy, ...writtenIn(rest, written?.policy), classes });
  const faults = stageFaults(policy, [], { categories: [] });
  if (faults.length > 0) return refused(faults.map(locate));
  const calendar = WorkCalendar.parse({ ...today.calendar, ...writtenIn(file.calendar, written?.calendar) });
  return { ok: true, value: { policy, calendar } };
};
