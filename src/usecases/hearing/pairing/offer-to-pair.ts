import { bandOf } from '../../../domain/pairing/companion';
import { foldCompanion, type CompanionEvent } from '../../../domain/pairing/companion-event';
import { answerTo } from '../../../domain/pairing/companion-says';
import { decision } from '../../../domain/decision';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { companionId, companionOf } from './companions';
import { runCompanionCommand } from './run-companion-command';

/** `愿意结对 66岁`: noted once a person; said again it is brought up to date. */
export const offerToPair = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  age: number | null,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const band = age === null ? null : bandOf(age);
  if (band === null) {
    const why = { kind: 'age', said: age !== null } as const;
    await answerPerson(ports, inbound, { wording: 'pairing.not-asked', params: { why } });
    return heard('愿意结对：没有记，因为年龄');
  }
  return untilCommitted(`offer ${inbound.key}`, async () => {
    const id = companionId(person.id);
    const area = person.building;
    if (await companionOf(ports, person.id))
      return runCompanionCommand(ports, inbound, id, { kind: 'offer', by: person, band, area });
    if (await ports.matters.handled(inbound.key)) return heardBefore;
    const number = await ports.numbers.next();
    const now = ports.clock.now().toISOString();
    const events: readonly CompanionEvent[] = [{ kind: 'volunteered', at: now, by: person.id, id, number, band, area }];
    const spoken = { wording: 'pairing.offered', params: { number, again: false } } as const;
    const says = [answerTo(person.id, 'offered', { now, community }, spoken)];
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: { kind: 'companion', id, number }, expectedVersion: 0 },
        ...{ decision: decision<CompanionEvent>({ events, says }), state: foldCompanion(null, events) },
        ...{ words: [], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'conflict') return null;
    return outcome.kind === 'repeated' ? heardBefore : heard(`愿意结对：记成 #${number}`);
  });
};
