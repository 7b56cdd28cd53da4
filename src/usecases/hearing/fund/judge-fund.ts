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

/** “2”, “第2张”, “第二张”. */
const nthIn = (rest: string): number | null => {
  const [found] =
    /\d+/u.exec(rest.replace(/[一二三四五六七八九]/gu, (each) => `${'一二三四五六七八九'.indexOf(each) + 1}`)) ?? [];
  return found === undefined ? null : Number(found);
};

/** What verbs mean for a line; any other asks where it stands. */
const commands: Partial<Record<AnchoredCommand['verb'], (by: Person, rest: string) => FundCommand>> = {
  pass: (by) => ({ kind: 'approve', by }),
  'send-back': (by) => ({ kind: 'decline', by }),
  withdraw: (by) => ({ kind: 'withdraw', by }),
  'drop-photo': (by, rest) => ({ kind: 'drop-photo', by, nth: nthIn(rest) }),
};

/** A verb that was said of a line: 通过, 驳回, 撤回 and 去掉照片 change it, any other asks where it stands. */
export const handleFundVerb = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: AnchoredCommand,
  stored: Stored<unknown>,
  { person }: Setting,
): Promise<InboundAnswer> => {
  const entry = FundEntry.parse(stored.state);
  const { id, number, phase, reversedBy } = entry;
  if (!hasRole(person, ['staff', 'director'])) return sayNotFound(ports, inbound, person, number);
  const command = commands[typed.verb]?.(person, typed.rest);
  if (command) return runFundCommand(ports, inbound, id, command);
  await answerPerson(ports, inbound, { wording: 'fund.state', params: { ...lineOf(entry), phase, reversedBy } });
  return heard(`查 #${number}`);
};
