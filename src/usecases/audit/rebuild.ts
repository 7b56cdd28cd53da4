import { isDeepStrictEqual } from 'node:util';
import type { Community } from '../../domain/community/community';
import { matterRules } from '../deciding/matter-rules';
import type { Audit, AuditedBalance, AuditedMatter, MendedMatter } from './audit-ports';

/** One thing that is stored otherwise than what happened makes it. */
export interface Difference {
  /** "#101", the matter's id when it has no number, or the account. */
  readonly of: string;
  readonly field: string;
  readonly stored: unknown;
  readonly recomputed: unknown;
}

export interface RebuildResult {
  readonly matters: number;
  readonly accounts: number;
  readonly differences: number;
  /** Documents written anew. */
  readonly mended: number;
  /** Documents that differ and were not mended though it was asked for: unreadable, or changed meanwhile. */
  readonly left: number;
}

export interface RebuildOptions {
  readonly write: boolean;
  readonly report: (difference: Difference) => void;
}

interface Looked {
  readonly differences: readonly Difference[];
  /** Null: what happened cannot be read, so nobody knows what it should be. */
  readonly mended: MendedMatter | null;
}

const nameOf = ({ ref }: AuditedMatter): string => (ref.number === null ? ref.id : `#${ref.number}`);

/** As it would be stored: what is not given is left out. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

const compare = (of: string, prefix: string, stored: unknown, recomputed: unknown): readonly Difference[] => {
  const [was, is] = [fieldsOf(plain(stored)), fieldsOf(plain(recomputed))];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !isDeepStrictEqual(was[field], is[field]))
    .map((field) => ({ of, field: `${prefix}${field}`, stored: was[field], recomputed: is[field] }));
};

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The matter as its events make it, beside the matter as it is stored. */
export const lookAtMatter = (matter: AuditedMatter, community: Community): Looked => {
  const of = nameOf(matter);
  const rules = matterRules[matter.ref.kind];
  const unreadable = (why: string): Looked => ({
    differences: [{ of, field: 'events', stored: matter.events.length, recomputed: why }],
    mended: null,
  });
  try {
    const state = rules.rebuild(matter.events);
    if (state === null) return unreadable('no event begins it');
    const mended = { ref: matter.ref, state, dueAt: rules.nextDue(state, community), index: rules.index(state) };
    return {
      differences: [
        ...compare(of, 'state.', matter.state, state),
        ...compare(of, '', { dueAt: matter.dueAt }, { dueAt: mended.dueAt }),
        ...compare(of, 'index.', matter.index, mended.index),
      ],
      mended,
    };
  } catch (error) {
    return unreadable(whyOf(error));
  }
};

/** No balance stored is a balance of zero. */
const lookAtBalance = ({ account, stored, posted }: AuditedBalance): readonly Difference[] =>
  (stored ?? 0) === posted ? [] : [{ of: account, field: 'balance', stored, recomputed: posted }];

interface Tally {
  looked: number;
  differences: number;
  mended: number;
  left: number;
}

const count = async (
  tally: Tally,
  differences: readonly Difference[],
  { write, report }: RebuildOptions,
  mend: () => Promise<boolean>,
): Promise<void> => {
  tally.looked += 1;
  tally.differences += differences.length;
  differences.forEach(report);
  if (!write || differences.length === 0) return;
  if (await mend()) tally.mended += 1;
  else tally.left += 1;
};

/**
 * Recomputes every matter from its events and every balance from its postings, and reports what is stored otherwise.
 * Writes only when asked, and only over what is still as it was read.
 */
export const rebuild = async (audit: Audit, community: Community, options: RebuildOptions): Promise<RebuildResult> => {
  const empty = (): Tally => ({ looked: 0, differences: 0, mended: 0, left: 0 });
  const [matters, accounts] = [empty(), empty()];
  for await (const matter of audit.matters()) {
    const { differences, mended } = lookAtMatter(matter, community);
    await count(matters, differences, options, async () =>
      mended === null ? false : audit.mendMatter(matter.version, mended),
    );
  }
  for await (const balance of audit.balances()) {
    await count(accounts, lookAtBalance(balance), options, () => audit.mendBalance(balance));
  }
  return {
    matters: matters.looked,
    accounts: accounts.looked,
    differences: matters.differences + accounts.differences,
    mended: matters.mended + accounts.mended,
    left: matters.left + accounts.left,
  };
};
