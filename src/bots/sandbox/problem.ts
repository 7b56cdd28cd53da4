import type { z } from 'zod';

/** A request that cannot be done: what is wrong, and what was expected. */
export class Problem extends Error {
  constructor(
    readonly statusCode: 400 | 403 | 404 | 413 | 503,
    message: string,
    readonly expected: readonly string[] = [],
  ) {
    super(message);
  }
}

export const notFound = (what: string, id: string): Problem => new Problem(404, `There is no ${what} "${id}".`);

const saidOf = ({ issues }: z.ZodError): readonly string[] =>
  issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));

/** What came over the wire, read as the schema says; otherwise 400 with what was expected. */
export const read = <S extends z.ZodType>(schema: S, input: unknown): z.infer<S> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'The request is not as expected.', saidOf(parsed.error));
};
