import type { Say } from '../../../domain/decision';
import type { Household } from '../../../domain/rounds/household';
import { rule } from '../../../domain/rounds/objections';
import { readMarks } from '../../../domain/rounds/read-marks';
import type { NoMarks, NoObjection } from '../../../domain/rounds/refusals';
import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { doorOf } from '../../../domain/rounds/marked-lines';
import { sayRuled } from '../../../domain/rounds/round-says';
import { isStaff } from '../../../domain/rounds/round-staff';
import { villagesOfRound } from '../../../domain/rounds/team';
import { commitMarks } from '../../deciding/commit-marks';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepWords } from '../keep-parts';
import { reachablePeople } from '../people/reachable-people';
import type { Setting } from '../verbs/verb-meaning';
import { householdMeant } from './household-meant';
import { roundToObject } from './rounds-now';

const because = /[\s,，;；。]*因为[:：,，\s]*/u;

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  household: Household | null,
  why: NoObjection | NoMarks,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, {
    wording: 'round.not-decided',
    params: { why, door: household && doorOf(household) },
  });
  return heard(`异议：没有定，因为 ${why.kind}`);
};

/** The head, where a private message reaches them. */
const headOf = async (ports: EnginePorts, { headPerson }: Household): Promise<string | null> => {
  const people = headPerson === null ? [] : await ports.people.byIds([headPerson]);
  return (await reachablePeople(ports, people))[0] ?? null;
};

/** `改分 山前村3号 个人9 因为 …`, `维持 山前村3号 因为 …`: staff decide an objection. */
export const ruleObjection = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, changes }: { readonly text: string; readonly changes: boolean },
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  if (!isStaff(person)) return refuse(ports, inbound, null, { kind: 'not-staff' });
  const [said = '', ...reasons] = text.split(because);
  const meant = await householdMeant(ports, inbound, said, { community, policy, villages: villagesOfRound(policy) });
  if ('silent' in meant) return meant;
  const { household, rest } = meant;
  const read = changes ? readMarks(rest, policy.items) : null;
  return untilCommitted(`ruling ${household.id}`, async () => {
    const round = await roundToObject(ports);
    const before = round && (await ports.marks.of(round.id, household.id));
    if (!round || !before) return refuse(ports, inbound, household, { kind: 'not-objected' });
    const now = ports.clock.now().toISOString();
    const words = keepWords(ports, reasons.join('，'), round.id, person.id, now);
    const made = rule({
      round,
      household,
      before,
      by: person.id,
      words: words?.id ?? null,
      read,
      now,
      community,
      policy,
    });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heardBefore;
      return refuse(ports, inbound, household, made.refusal);
    }
    const { change, postings } = made.value;
    const to = await headOf(ports, household);
    const says: readonly Say[] = [
      ...sayRuled({ mark: change.mark, household, to }, { now, community, policy }),
      {
        ...{ to: { person: person.id }, key: 'round.decided', urgency: 'prompt', wording: 'round.decided' },
        params: { ...doorOf(household), changed: changes, total: change.mark.total },
      },
    ];
    const kept = { words: words ? [words] : [], postings };
    const outcome = await commitMarks(ports, inbound, { round, change, says, ...kept });
    if (outcome === 'conflict') return null;
    return outcome === 'repeated' ? heardBefore : heard(`异议：${household.id} 定了`);
  });
};
