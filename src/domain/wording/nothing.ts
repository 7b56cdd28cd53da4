/** A message without parameters. */
export type Nothing = Readonly<Record<string, never>>;
