import type { Say } from '../../../domain/decision';
import type { Household } from '../../../domain/rounds/household';
import { object } from '../../../domain/rounds/objections';
import type { NoObjection } from '../../../domain/rounds/refusals';
import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { doorOf, markedOf } from '../../../domain/rounds/marked-lines';
import { isStaff, staffOf } from '../../../domain/rounds/round-staff';
import { commitMarks } from '../../deciding/commit-marks';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepWords } from '../keep-parts';
import type { Setting } from '../verbs/verb-meaning';
import { roundToObject } from './rounds-now';

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  household: Household | null,
  why: NoObjection,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, {
    wording: 'round.not-objected',
    params: { why, door: household && doorOf(household) },
  });
  return heard(`异议：没有收，因为 ${why.kind}`);
};

/** Objections that staff have not decided. */
const listObjections = async (ports: EnginePorts, inbound: InboundMessage): Promise<InboundAnswer> => {
  const round = await roundToObject(ports);
  const open = round ? await ports.marks.inPhase(round.id, ['objected'], 500) : [];
  const households = await ports.households.byIds(open.map(({ mark }) => mark.household));
  const listed = households.slice(0, 10).map(doorOf);
  const params = { open: listed, more: open.length - listed.length };
  await answerPerson(ports, inbound, { wording: 'round.objections', params });
  return heard(`异议：${open.length} 件没定`);
};

/** `异议 原因`: a household does not agree with its marks; among staff, without a reason, what is to be decided. */
export const objectToMarks = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  const [household] = await ports.households.ofPerson(person.id);
  if (text === '' && isStaff(person)) return listObjections(ports, inbound);
  if (!household) return refuse(ports, inbound, null, { kind: 'stranger' });
  return untilCommitted(`objection ${household.id}`, async () => {
    const round = await roundToObject(ports);
    const before = round && (await ports.marks.of(round.id, household.id));
    if (!round || !before) return refuse(ports, inbound, household, { kind: 'not-told' });
    const now = ports.clock.now().toISOString();
    const words = keepWords(ports, text, round.id, person.id, now);
    const made = object({ round, household, before, by: person.id, words: words?.id ?? null, now });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heardBefore;
      return refuse(ports, inbound, household, made.refusal);
    }
    const decideBy = round.objectionsUntil;
    const says: readonly Say[] = [
      {
        ...{ to: { person: person.id }, key: 'round.objected', urgency: 'prompt', wording: 'round.objected' },
        params: { ...doorOf(household), decideBy },
      },
      ...staffOf(community).map((staff): Say => ({
        ...{ to: { person: staff }, key: 'round.objection', urgency: 'ordinary', wording: 'round.objection' },
        params: { ...markedOf(made.value.mark, household, policy), words: words ? [words.id] : [] },
      })),
    ];
    const outcome = await commitMarks(ports, inbound, { round, change: made.value, says, words: words ? [words] : [] });
    if (outcome === 'conflict') return null;
    return outcome === 'repeated' ? heardBefore : heard(`异议：${household.id}`);
  });
};
