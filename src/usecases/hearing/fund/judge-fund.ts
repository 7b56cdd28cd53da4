import { FundEntry } from '../../../domain/fund/fund-entry';
import { foldFund } from '../../../domain/fund/fund-event';
import { judgeEntry, receiptGuardId, type FundCommand } from '../../../domain/fund/judge-entry';
import { lineOf } from '../../../domain/fund/fund-says';
import { hasRole } from '../../../domain/community/may';
import type { Person } from '../../../domain/community/community';
import type { ChoiceId, Guard } from '../../../domain/decision';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow, Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { guardIn, runOnMatter, tried } from '../run-on-matter';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';

/** What each receipt stands for already; null: its photo is not here. */
const receiptsOf = async (
  { photos, matters }: EnginePorts,
  { photos: ids }: FundEntry,
): Promise<readonly (Guard | null)[]> => {
  const kept = await photos.byIds(ids);
  const digests = ids.map((id) => kept.find((photo) => photo.id === id && photo.state === 'kept')?.digest ?? null);
  const wanted = [...new Set(digests.flatMap((digest) => (digest === null ? [] : [receiptGuardId(digest)])))];
  const guards = await matters.guards(wanted);
  const known = wanted.map(guardIn(guards));
  return digests.includes(null) ? [...known, null] : known;
};

const correctedBy = async ({ matters }: EnginePorts, { corrects }: FundEntry) => {
  const stored = corrects && (await matters.load(corrects.id));
  return stored ? { version: stored.version, entry: FundEntry.parse(stored.state) } : null;
};

const runFundCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: FundCommand,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'fund', id, command }, async (state, seen) => {
    const entry = FundEntry.parse(state);
    const { number } = entry;
    const [receipts, corrected] = await Promise.all([receiptsOf(ports, entry), correctedBy(ports, entry)]);
    return tried(judgeEntry(entry, command, { ...seen, receipts, corrected }), {
      number,
      fold: (events) => foldFund(entry, events),
      refused: (why) => ({ wording: 'fund.refused', params: { number, why } }),
    });
  });

/** The answer to whether a line is right. Null: of something else. */
export const fundChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  if (row.matter?.kind !== 'fund' || (choice !== 'yes' && choice !== 'no')) return null;
  return runFundCommand(ports, inbound, row.matter.id, { kind: choice === 'yes' ? 'approve' : 'decline', by });
};

const commands: Partial<Record<AnchoredCommand['verb'], FundCommand['kind']>> = {
  pass: 'approve',
  'send-back': 'decline',
  withdraw: 'withdraw',
};

/** A verb that was said of a line: 通过, 驳回 and 撤回 decide it, any other asks where it stands. */
export const handleFundVerb = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { verb }: AnchoredCommand,
  stored: Stored<unknown>,
  { person }: Setting,
): Promise<InboundAnswer> => {
  const entry = FundEntry.parse(stored.state);
  const { id, number, phase, reversedBy } = entry;
  if (!hasRole(person, ['staff', 'director'])) return sayNotFound(ports, inbound, person, number);
  const command = commands[verb];
  if (command) return runFundCommand(ports, inbound, id, { kind: command, by: person });
  await answerPerson(ports, inbound, { wording: 'fund.state', params: { ...lineOf(entry), phase, reversedBy } });
  return heard(`查 #${number}`);
};
