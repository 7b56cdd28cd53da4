/** A request that cannot be done, as the standard has it: a code, and words for whoever built the client. */
export class Open311Problem extends Error {
  constructor(
    readonly statusCode: 400 | 403 | 404,
    message: string,
  ) {
    super(message);
  }
}
