/**
 * The kinds of account of the ledger. One with a floor never goes below zero and stores its balance; the others are
 * what the floors stand against, and are summed. Every posting sums to zero, so all accounts together always do.
 */
export const accountKinds = {
  /** A person's points, by person id. */
  person: { floor: true },
  /** A household's own, apart from those of the persons in it. */
  household: { floor: true },
  /** Hours given and kept for later (time bank), in points, by person id: they never expire. */
  saved: { floor: true },
  /** What neighbours gave for whoever needs it, by pool. */
  pool: { floor: true },
  /** Pieces of an article that may still be promised, by article. */
  stock: { floor: true },
  /** Points earned beyond the month's budget, until the next grant, by person; and what they stand against, by month. */
  queued: { floor: true },
  promised: { floor: false },
  /** What the community may give in a month, and who granted it. */
  budget: { floor: false },
  granted: { floor: false },
  /** Points, and pieces, held for an order until it is collected or lapses, by matter. */
  held: { floor: false },
  reserved: { floor: false },
  /** What the community gave out, by reason. */
  issued: { floor: false },
  /** Points that came back for goods and services, by who gave these. */
  redeemed: { floor: false },
  /** Points taken back that were spent already, by whom: noted, never taken from later ones. */
  owed: { floor: false },
  /** Points that lapsed, by year. */
  expired: { floor: false },
  /** The public account, in fen, and the world outside that its money comes from and goes to: no points. */
  fund: { floor: false },
  outside: { floor: false },
  /** Where pieces came from and went to, by article. */
  supplied: { floor: false },
  given: { floor: false },
} as const;

export type AccountKind = keyof typeof accountKinds;
export type AccountId = `${AccountKind}:${string}`;

const isAccountKind = (text: string): text is AccountKind => Object.hasOwn(accountKinds, text);

/** "person" of "person:zhao"; null when it is no account. */
export const accountKind = (account: string): AccountKind | null => {
  const kind = account.slice(0, Math.max(0, account.indexOf(':')));
  return isAccountKind(kind) ? kind : null;
};

/** "zhao" of "person:zhao". */
export const accountOwner = (account: AccountId): string => account.slice(account.indexOf(':') + 1);

export const isAccountId = (value: unknown): value is AccountId =>
  typeof value === 'string' && accountKind(value) !== null && !value.endsWith(':');

export const hasFloor = (account: AccountId): boolean => {
  const kind = accountKind(account);
  return kind !== null && accountKinds[kind].floor;
};

/** As MongoDB finds the accounts that store a balance. */
export const floorPattern = new RegExp(
  `^(?:${Object.entries(accountKinds)
    .filter(([, { floor }]) => floor)
    .map(([kind]) => kind)
    .join('|')}):`,
);
