import { Deed } from '../../../domain/deeds/deed';
import { foldDeed } from '../../../domain/deeds/deed-event';
import { guardsOfDeed, judgeDeed, type DeedCommand } from '../../../domain/deeds/judge-deed';
import type { Person } from '../../../domain/community/community';
import type { ChoiceId } from '../../../domain/decision';
import { readGuards } from '../../deciding/read-guards';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow, Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { guardIn, runOnMatter, tried } from '../run-on-matter';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';

const runDeedCommand = (
  ports: EnginePorts,
  inbound: Inbound,
  id: string,
  command: DeedCommand,
): Promise<InboundAnswer> =>
  runOnMatter(ports, inbound, { kind: 'deed', id, command }, async (state, seen) => {
    const deed = Deed.parse(state);
    const { number } = deed;
    const guards = await readGuards(ports, guardsOfDeed(deed, seen.community), seen.community);
    return tried(judgeDeed(deed, command, { ...seen, guard: guardIn(guards) }), {
      number,
      fold: (events) => foldDeed(deed, events),
      refused: (why) => ({ wording: 'deed.refused', params: { number, why } }),
    });
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
