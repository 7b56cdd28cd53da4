import { z } from 'zod';
import type { OpenTicketsQuery } from '../../usecases/ports-of-open-data';
import { Open311Problem } from './problem';

/** As the standard has it: without dates, the last 90 days; never more than 1,000 in all. */
const usualDays = 90;
const msPerDay = 86_400_000;
const mostOfAll = 1000;
const mostAPage = 100;

const moment = z.iso.datetime({ offset: true, error: 'must be a moment such as 2026-11-20T09:00:00Z' });
const whole = (most: number) => z.coerce.number().int().min(1).max(most);
const codes = z
  .string()
  .max(2000)
  .transform((value) => value.split(',').map((code) => code.trim()));

const Query = z.object({
  service_request_id: codes.pipe(z.array(z.string().regex(/^\d{1,9}$/, 'must be numbers')).max(mostAPage)).optional(),
  service_code: codes.optional(),
  start_date: moment.optional(),
  end_date: moment.optional(),
  status: z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim().toLowerCase()))
    .pipe(z.array(z.enum(['open', 'closed'], 'must be open or closed')))
    .optional(),
  page: whole(mostOfAll).default(1),
  page_size: whole(mostAPage).default(50),
});

export interface RequestsQuery extends Omit<OpenTicketsQuery, 'categories'> {
  /** These and nothing else; null: whatever fits the rest. */
  readonly numbers: readonly number[] | null;
  readonly codes: readonly string[] | null;
}

const openOf = (states: readonly ('open' | 'closed')[] | undefined): boolean | null => {
  const [first, ...others] = new Set(states ?? []);
  return first === undefined || others.length > 0 ? null : first === 'open';
};

const spanOf = (start: string | undefined, end: string | undefined, now: Date): { from: string; to: string } => {
  const to =
    end === undefined
      ? start === undefined
        ? now
        : new Date(Date.parse(start) + usualDays * msPerDay)
      : new Date(end);
  const from = start === undefined ? new Date(to.getTime() - usualDays * msPerDay) : new Date(start);
  if (from > to) throw new Open311Problem(400, 'start_date is after end_date');
  if (to.getTime() - from.getTime() > usualDays * msPerDay + msPerDay)
    throw new Open311Problem(400, `start_date and end_date may be at most ${usualDays} days apart`);
  return { from: from.toISOString(), to: to.toISOString() };
};

/** What was asked for, or a problem that says which parameter is wrong. */
export const readQuery = (input: unknown, now: Date): RequestsQuery => {
  const parsed = Query.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Open311Problem(400, `${issue?.path.join('.') ?? 'query'} ${issue?.message ?? 'is not as expected'}`);
  }
  const { service_request_id, service_code, start_date, end_date, status, page, page_size } = parsed.data;
  const skip = (page - 1) * page_size;
  return {
    numbers: service_request_id?.map(Number) ?? null,
    codes: service_code ?? null,
    ...spanOf(start_date, end_date, now),
    open: openOf(status),
    skip,
    limit: Math.max(0, Math.min(page_size, mostOfAll - skip)),
  };
};
