import { guardsOfNomination, nominateDeed } from '../../../domain/deeds/nominate-deed';
import { foldDeed } from '../../../domain/deeds/deed-event';
import type { NoDeed } from '../../../domain/deeds/deed-refusal';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepWords } from '../keep-parts';
import { neighbourNamed } from '../timebank/neighbour-named';
import type { Setting } from '../verbs/verb-meaning';

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  why: NoDeed | { readonly kind: 'not-read' },
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'deed.not-named', params: { why } });
  return heard(`表扬：没有记，因为 ${why.kind}`);
};

/** `表扬 王芳 帮我拎菜上楼`: staff are asked whether it counts. */
export const nameDeed = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { who, text }: Extract<TypedCommand, { kind: 'deed' }>,
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  if (who === null) return refuse(ports, inbound, { kind: 'not-read' });
  const doer = await neighbourNamed(ports, inbound, who);
  if ('silent' in doer) return doer;
  if (await ports.matters.handled(inbound.key)) return heardBefore;
  const number = await ports.numbers.next();
  const id = `deed-${number}`;
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, text, id, by.id, now);
  if (!words) return refuse(ports, inbound, { kind: 'not-read' });
  return untilCommitted(`deed ${inbound.key}`, async () => {
    const guards = await ports.matters.guards(guardsOfNomination(by.id, doer.id, now, community));
    const guard = (wanted: string) =>
      guards.find((one) => one.id === wanted) ?? { id: wanted, version: 0, value: null };
    const named = nominateDeed({ id, number, by, doer, words: words.id }, { now, community, guard });
    if (!named.ok) return refuse(ports, inbound, named.refusal);
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: { kind: 'deed', id, number }, expectedVersion: 0, decision: named.value },
        ...{ state: foldDeed(null, named.value.events), words: [words], photos: [] },
      },
      community,
      ports,
    );
    if (outcome.kind === 'conflict') return null;
    return outcome.kind === 'repeated' ? heardBefore : heard(`表扬：记成 #${number}`);
  });
};
