const longest = 300;

/** Tokens of bots appear in some errors of network libraries; they go into no log and no row. */
const secrets = /\d{5,}:[\w-]{20,}/g;

export const failureText = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(secrets, '***').slice(0, longest);
