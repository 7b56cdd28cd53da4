import { counts, FundEntry } from '../../domain/fund/fund-entry';
import { foldFund, FundEvent } from '../../domain/fund/fund-event';
import { fundDue, tickEntry } from '../../domain/fund/tick-entry';
import type { MatterRules } from './matter-rule';

export const fundRules: MatterRules<FundEntry, FundEvent> = {
  parse: (stored) => FundEntry.parse(stored),
  parseEvent: (stored) => FundEvent.parse(stored),
  fold: foldFund,
  tick: (entry, now, community) => tickEntry(entry, { now, community }),
  nextDue: fundDue,
  // A line of the account is never over: its words and receipts are kept as long as there is the account.
  index: (entry) => ({
    open: entry.phase === 'waiting' || counts(entry),
    people: [...new Set([entry.by, ...(entry.phase === 'waiting' ? entry.asked : [])])],
    owner: null,
    category: null,
    area: null,
  }),
};
