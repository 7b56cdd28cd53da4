import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import type { ChoiceId } from '../../../domain/decision';
import type { PersonId } from '../../../domain/ids';
import { pairingRoles } from '../../../domain/pairing/decide-companion';
import { rankCompanions } from '../../../domain/pairing/rank-companions';
import { confirmersFrom } from '../../../domain/timebank/confirmers';
import type { WordingParams } from '../../../domain/wording/params';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { reachablePeople } from '../people/reachable-people';
import { neighbourNamed } from '../timebank/neighbour-named';
import type { Setting } from '../verbs/verb-meaning';
import { companionId, companionOf, freeCompanions } from './companions';
import { runCompanionCommand } from './run-companion-command';

export const notAsked = async (
  ports: EnginePorts,
  inbound: Inbound,
  why: WordingParams['pairing.not-asked']['why'],
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'pairing.not-asked', params: { why } });
  return heard(`结对：没有做，因为 ${why.kind}`);
};

/** Both are asked: the helper, and the old one, or, without a phone, whoever looks after the building. */
const askBoth = async (
  ports: EnginePorts,
  inbound: Inbound,
  served: Person,
  helper: PersonId,
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  const own = (await reachablePeople(ports, [served])).length > 0;
  const who = { helper, served: served.id, area: served.building };
  const asked = confirmersFrom(own ? 0 : 1, who, community);
  if (!asked) return notAsked(ports, inbound, { kind: 'no-answerer' });
  return runCompanionCommand(ports, inbound, companionId(helper), {
    ...{ kind: 'ask', by, pair: ports.newId(), served, to: asked.to, own },
  });
};

const propose = async (
  ports: EnginePorts,
  inbound: Inbound,
  served: Person,
  { community }: Setting,
): Promise<InboundAnswer> => {
  const proposals = rankCompanions(served.building, await freeCompanions(ports, served), community);
  if (proposals.length === 0) return notAsked(ports, inbound, { kind: 'nobody' });
  const helpers = proposals.map(({ companion: { person, band }, near }) => ({ helper: person, band, near }));
  await answerPerson(
    ports,
    inbound,
    { wording: 'pairing.proposals', params: { served: served.id, helpers } },
    { question: true, choices: helpers.map((_, index): ChoiceId => `family-${index + 1}`) },
  );
  return heard(`结对：提了${helpers.length}位`);
};

/** `结对 王奶奶`: the nearest who offered, to choose from; `结对 王奶奶 和 刘建国`: these two are asked. */
export const askForPair = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { who, helper }: { readonly who: string | null; readonly helper: string | null },
  setting: Setting,
): Promise<InboundAnswer> => {
  const { person: by, community } = setting;
  if (!hasRole(by, pairingRoles)) return notAsked(ports, inbound, { kind: 'role' });
  if (who === null) return notAsked(ports, inbound, { kind: 'who' });
  const served = await neighbourNamed(ports, inbound, who);
  if ('silent' in served) return served;
  if (!hasRole(by, pairingRoles, { community, area: served.building }))
    return notAsked(ports, inbound, { kind: 'role' });
  if (helper === null) return propose(ports, inbound, served, setting);
  const meant = await neighbourNamed(ports, inbound, helper);
  if ('silent' in meant) return meant;
  return (await companionOf(ports, meant.id))
    ? askBoth(ports, inbound, served, meant.id, setting)
    : notAsked(ports, inbound, { kind: 'not-offered', helper: meant.id });
};

/** One of those proposed was chosen. Null: something else was. */
export const proposalChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  { say }: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || say.wording !== 'pairing.proposals' || !choice.startsWith('family-')) return null;
  const { served, helpers } = say.params;
  const [old] = await ports.people.byIds([served]);
  const helper = helpers[Number(choice.slice('family-'.length)) - 1]?.helper;
  if (!old || helper === undefined) return null;
  const community = await ports.communities.current();
  return askBoth(ports, inbound, old, helper, { person: by, community });
};
