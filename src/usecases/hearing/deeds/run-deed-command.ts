import { Deed } from '../../../domain/deeds/deed';
import { foldDeed } from '../../../domain/deeds/deed-event';
import { guardsOfDeed, judgeDeed, type DeedCommand } from '../../../domain/deeds/judge-deed';
import type { Person } from '../../../domain/community/community';
import type { ChoiceId } from '../../../domain/decision';
import { readGuards } from '../../deciding/read-guards';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow, Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, silence } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';

/** Loads, decides, commits; a refusal is answered in private with what to do next. */
const runDeedCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: DeedCommand,
): Promise<InboundAnswer> =>
  untilCommitted(`deed ${id}`, async () => {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== 'deed') return silence('这件事已经没有了');
    const deed = Deed.parse(stored.state);
    const { number } = deed;
    const community = await ports.communities.current();
    const guards = await readGuards(ports, guardsOfDeed(deed, community), community);
    const made = judgeDeed(deed, command, {
      ...{ now: ports.clock.now().toISOString(), community },
      guard: (wanted) => guards.find((one) => one.id === wanted) ?? { id: wanted, version: 0, value: null },
    });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heard('这条消息来过了，没有重复做');
      await answerPerson(ports, inbound, { wording: 'deed.refused', params: { number, why: made.refusal } });
      return heard(`#${number}：${command.kind} 没有做，因为 ${made.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: made.value },
        ...{ state: foldDeed(deed, made.value.events), words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heard('这条消息来过了，没有重复做') : null;
  });

/** The answer to whether a deed counts. Null: of something else. */
export const deedChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  if (row.matter?.kind !== 'deed' || (choice !== 'yes' && choice !== 'no')) return null;
  return runDeedCommand(ports, inbound, row.matter.id, { kind: choice === 'yes' ? 'approve' : 'decline', by });
};

const commands: Partial<Record<AnchoredCommand['verb'], DeedCommand['kind']>> = {
  pass: 'approve',
  'send-back': 'decline',
  withdraw: 'withdraw',
};

/** A verb that was said of a deed: 通过, 驳回 and 撤回 judge it, any other asks where it stands. */
export const handleDeedVerb = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { verb }: AnchoredCommand,
  stored: Stored<unknown>,
  { person }: Setting,
): Promise<InboundAnswer> => {
  const { id, number, by, doer, words, phase, asked, points } = Deed.parse(stored.state);
  // Who was praised hears of it when it counts, and not before.
  if (![by, ...asked].includes(person.id)) return sayNotFound(ports, inbound, person, number);
  const command = commands[verb];
  if (command) return runDeedCommand(ports, inbound, id, { kind: command, by: person });
  await answerPerson(ports, inbound, {
    wording: 'deed.state',
    params: { ...{ number, by, doer, words: [words] }, phase, points },
  });
  return heard(`查 #${number}`);
};
