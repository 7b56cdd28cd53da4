import { giveMarks, keepsPhoto } from '../../../domain/rounds/give-marks';
import { readMarks } from '../../../domain/rounds/read-marks';
import type { NoMarks } from '../../../domain/rounds/refusals';
import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { doorOf, markedOf } from '../../../domain/rounds/marked-lines';
import { villagesOf, villagesOfRound } from '../../../domain/rounds/team';
import type { Say } from '../../../domain/decision';
import type { Door } from '../../../domain/wording/round-params';
import { commitMarks } from '../../deciding/commit-marks';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepPhotos, photoIds } from '../keep-parts';
import type { Setting } from '../verbs/verb-meaning';
import { householdMeant } from './household-meant';
import { roundToMark } from './rounds-now';

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  door: Door | null,
  why: NoMarks | { readonly kind: 'no-round' },
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'round.not-marked', params: { door, why } });
  return heard(`打分：没有记，因为 ${why.kind}`);
};

/** Households of the village that will still have no marks. */
const leftIn = async (
  { households, marks }: EnginePorts,
  round: string,
  village: string,
  isNew: boolean,
): Promise<number> => {
  const [all, marked] = await Promise.all([households.counts(), marks.countByVillage(round)]);
  return Math.max(0, (all.get(village) ?? 0) - (marked.get(village) ?? 0) - (isNew ? 1 : 0));
};

/** `打分 3号院 个人9 居家8 环境10`: an inspector marks a household, or marks it anew. */
export const markHousehold = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  const own = villagesOf(person.id, ports.clock.now().toISOString(), community);
  const villages = own.length > 0 ? own : villagesOfRound(policy);
  if (own.length === 0) return refuse(ports, inbound, null, { kind: 'not-inspector', village: villages[0] ?? '' });
  const meant = await householdMeant(ports, inbound, text, { community, policy, villages });
  if ('silent' in meant) return meant;
  const { household, rest } = meant;
  const read = readMarks(rest, policy.items);
  const came = keepPhotos(ports, inbound, household.id);
  const photos = keepsPhoto(read, policy) ? came : [];
  return untilCommitted(`mark ${household.id}`, async () => {
    const round = await roundToMark(ports);
    if (!round) return refuse(ports, inbound, doorOf(household), { kind: 'no-round' });
    const before = await ports.marks.of(round.id, household.id);
    const now = ports.clock.now().toISOString();
    const made = giveMarks({
      ...{ round, household, before, by: person.id, read, photos: photoIds(photos), now, community, policy },
    });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heardBefore;
      return refuse(ports, inbound, doorOf(household), made.refusal);
    }
    const { mark } = made.value;
    const left = await leftIn(ports, round.id, household.village, before === null);
    const photo = came.length === 0 ? null : photos.length > 0 ? 'kept' : 'dropped';
    const say: Say = {
      ...{ to: { person: person.id }, key: 'round.marked', urgency: 'prompt', wording: 'round.marked' },
      params: { ...markedOf(mark, household, policy), again: before !== null, photo, left, plaque: mark.plaque },
    };
    const outcome = await commitMarks(ports, inbound, { round, change: made.value, says: [say], photos });
    if (outcome === 'conflict') return null;
    return outcome === 'repeated' ? heardBefore : heard(`打分：${household.id} ${mark.total}`);
  });
};
