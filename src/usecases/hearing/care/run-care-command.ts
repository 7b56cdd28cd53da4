import type { CareCommand, CareRefusal } from '../../../domain/care/care-command';
import { CareFile } from '../../../domain/care/care-file';
import { coloursOf } from '../../../domain/care/care-policy';
import { namedIn } from '../../../domain/care/care-says';
import { decideCare } from '../../../domain/care/decide-care';
import { foldCareFile } from '../../../domain/care/fold-care-file';
import type { Community } from '../../../domain/community/community';
import type { Spoken } from '../../../domain/wording/params';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';

const sayRefusal = (
  file: CareFile,
  refusal: Exclude<CareRefusal, { kind: 'not-found' }>,
  community: Community,
): Spoken => {
  const { number } = file;
  switch (refusal.kind) {
    case 'which-colour':
      return { wording: 'care.which-colour', params: { number, colours: coloursOf(community) } };
    case 'same-colour':
      return { wording: 'care.same-colour', params: namedIn(file, community) };
    case 'needs-reason':
      return { wording: 'care.needs-reason', params: { number, ask: refusal.verb } };
  }
};

const refuse = async (
  ports: EnginePorts,
  inbound: Inbound,
  file: CareFile,
  { command, refusal }: { readonly command: CareCommand; readonly refusal: CareRefusal },
  community: Community,
): Promise<InboundAnswer> => {
  if (refusal.kind === 'not-found') return sayNotFound(ports, inbound, command.by, file.number);
  const extras = refusal.kind === 'needs-reason' ? ({ question: true } as const) : {};
  await answerPerson(ports, inbound, sayRefusal(file, refusal, community), extras);
  return heard(`#${file.number}：${command.kind} 没有做，因为 ${refusal.kind}`);
};

/** Loads, decides, commits. `null`: it is done, or was before; otherwise what was answered instead. */
export const commitCare = async (
  ports: EnginePorts,
  inbound: Inbound,
  number: number,
  command: CareCommand,
  words: readonly WordsDocument[],
): Promise<InboundAnswer | null> => {
  const { instead } = await untilCommitted(`file #${number}`, async () => {
    const stored = await ports.matters.byNumber(number);
    if (stored?.ref.kind !== 'care') return { instead: await sayNotFound(ports, inbound, command.by, number) };
    const file = CareFile.parse(stored.state);
    const community = await ports.communities.current();
    const decided = decideCare(file, command, { now: ports.clock.now().toISOString(), community });
    if (!decided.ok) {
      if (await ports.matters.handled(inbound.key)) return { instead: null };
      return { instead: await refuse(ports, inbound, file, { command, refusal: decided.refusal }, community) };
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: decided.value },
        ...{ state: foldCareFile(file, decided.value.events), words, photos: [] },
      },
      community,
      ports,
    );
    return outcome.kind === 'conflict' ? null : { instead: null };
  });
  return instead;
};

/** A command on a file; a refusal is answered in private with what to do next. */
export const runCareCommand = async (
  ports: EnginePorts,
  inbound: Inbound,
  number: number,
  command: CareCommand,
  words: readonly WordsDocument[] = [],
): Promise<InboundAnswer> =>
  (await commitCare(ports, inbound, number, command, words)) ?? heard(`#${number}：${command.kind}`);
