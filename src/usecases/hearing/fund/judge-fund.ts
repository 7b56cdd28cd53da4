import { FundEntry } from '../../../domain/fund/fund-entry';
import { foldFund } from '../../../domain/fund/fund-event';
import { judgeEntry, receiptGuardId, type FundCommand } from '../../../domain/fund/judge-entry';
import { lineOf } from '../../../domain/fund/fund-says';
import { hasRole } from '../../../domain/community/may';
import type { Person } from '../../../domain/community/community';
import type { ChoiceId, Guard } from '../../../domain/decision';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow, Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';
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
  const known = wanted.map((id) => guards.find((guard) => guard.id === id) ?? { id, version: 0, value: null });
  return digests.includes(null) ? [...known, null] : known;
};

const correctedBy = async ({ matters }: EnginePorts, { corrects }: FundEntry) => {
  const stored = corrects && (await matters.load(corrects.id));
  return stored ? { version: stored.version, entry: FundEntry.parse(stored.state) } : null;
};

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
const runFundCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: FundCommand,
): Promise<InboundAnswer> =>
  untilCommitted(`fund ${id}`, async () => {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'fund') return silence('这件事已经没有了');
    const entry = FundEntry.parse(stored.state);
    const { number } = entry;
    const community = await ports.communities.current();
    const [receipts, corrected] = await Promise.all([receiptsOf(ports, entry), correctedBy(ports, entry)]);
    const now = ports.clock.now().toISOString();
    const made = judgeEntry(entry, command, { now, community, receipts, corrected });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      await answerPerson(ports, inbound, { wording: 'fund.refused', params: { number, why: made.refusal } });
      return heard(`#${number}：${command.kind} 没有做，因为 ${made.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: made.value },
        ...{ state: foldFund(entry, made.value.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heard('这条消息来过了，没有重复做') : null;
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
