import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import type { ChoiceId } from '../../../domain/decision';
import { Companion, type Pair } from '../../../domain/pairing/companion';
import { Service } from '../../../domain/timebank/service';
import type { FoundPairing } from '../../../domain/understanding/command/read-pairing';
import type { Inbound, InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow, Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import { sayNotFound } from '../run-ticket-command';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';
import { askForPair, notAsked, proposalChosen } from './ask-for-pair';
import { companionId, companionOf, companionsWith } from './companions';
import { offerToPair } from './offer-to-pair';
import { runCompanionCommand } from './run-companion-command';

/** `结束结对 #101`; without a number the only pair that can be meant. */
const endPair = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  number: number | null,
  by: Person,
): Promise<InboundAnswer> => {
  const own = number === null ? await companionsWith(ports, by.id) : [];
  const meant = number ?? (own.length === 1 ? own[0]?.number : undefined);
  if (meant === undefined) {
    await answerPerson(ports, inbound, { wording: 'refused.which-number', params: { verb: '结束结对', open: [] } });
    return heard('“结束结对”没有说是哪一对');
  }
  const stored = await ports.matters.byNumber(meant);
  return stored?.ref.kind === 'companion'
    ? runCompanionCommand(ports, inbound, stored.ref.id, { kind: 'end', by })
    : sayNotFound(ports, inbound, by, meant);
};

/** Words of pairing. */
export const handlePairing = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: FoundPairing,
  setting: Setting,
): Promise<InboundAnswer> => {
  const { person } = setting;
  switch (said.verb) {
    case 'offer':
      return offerToPair(ports, inbound, said.age, setting);
    case 'rest':
      return (await companionOf(ports, person.id))
        ? runCompanionCommand(ports, inbound, companionId(person.id), { kind: 'rest', by: person })
        : notAsked(ports, inbound, { kind: 'no-offer' });
    case 'ask':
      return askForPair(ports, inbound, said, setting);
    case 'end':
      return endPair(ports, inbound, said.number, person);
  }
};

/** The number under the proposals, or the answer of one who was asked. Null: of something else. */
export const pairingChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  by: Person,
): Promise<InboundAnswer | null> => {
  const proposed = await proposalChosen(ports, inbound, row, choice, by);
  if (proposed || row.matter?.kind !== 'companion' || (choice !== 'yes' && choice !== 'no')) return proposed;
  return runCompanionCommand(ports, inbound, row.matter.id, { kind: 'answer', by, yes: choice === 'yes' });
};

/** Hours that were confirmed since the pair stands are its visits. */
const visitsOf = async (ports: EnginePorts, helper: string, { served, at }: Pair) => {
  const found = await ports.matters.find({ kind: 'service', person: helper, limit: 500 });
  const visits = found
    .map(({ state }) => Service.parse(state))
    .filter((one) => one.helper === helper && one.served === served && one.phase === 'confirmed' && one.at >= at);
  return { visits: visits.length, minutes: visits.reduce((sum, { minutes }) => sum + minutes, 0) };
};

/** Whatever is asked of the number of an offer: how it stands, for those whose matter it is, and staff. */
export const handleCompanionVerb = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  _typed: AnchoredCommand,
  stored: Stored<unknown>,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const { number, person: helper, pair, willing, area } = Companion.parse(stored.state);
  const own = [helper, ...(pair ? [pair.by, ...pair.to] : [])].includes(person.id);
  if (!own && !hasRole(person, ['staff', 'director'], { community, area }))
    return sayNotFound(ports, inbound, person, number);
  if (pair) {
    const params = { number, helper, served: pair.served, phase: pair.phase, ...(await visitsOf(ports, helper, pair)) };
    await answerPerson(ports, inbound, { wording: 'pairing.state', params });
  } else await answerPerson(ports, inbound, { wording: 'pairing.free', params: { number, willing } });
  return heard(`查 #${number}`);
};
