import { hasRole } from '../../../domain/community/may';
import { Deed } from '../../../domain/deeds/deed';
import { accountOwner, hasFloor, type AccountId } from '../../../domain/points/account';
import { placesOf, takeBack } from '../../../domain/points/take-back';
import { Service } from '../../../domain/timebank/service';
import { Activity } from '../../../domain/volunteering/activity';
import type { Say } from '../../../domain/decision';
import type { WordingParams } from '../../../domain/wording/params';
import { commitPostings } from '../../deciding/commit-postings';
import { untilCommitted } from '../../deciding/until-committed';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { keepWords } from '../keep-parts';
import { reachablePeople } from '../people/reachable-people';
import { takeBackRound } from '../rounds/take-back-round';
import type { AnchoredCommand, Setting } from '../verbs/verb-meaning';

type NotTakenBack = WordingParams['points.not-taken-back']['why'];

/** What gave points in this matter; of a call for volunteers, to whoever is named. */
const causeOf = async (ports: EnginePorts, { ref, state }: Stored<unknown>, name: string): Promise<string | null> => {
  switch (ref.kind) {
    case 'ticket':
      return `${ref.id}:report`;
    case 'deed':
      return `${ref.id}:deed:${Deed.parse(state).doer}`;
    case 'service':
      return `${ref.id}:hours:${Service.parse(state).helper}`;
    case 'activity': {
      const named = (await ports.people.byName(name)).map(({ id }) => id);
      const claims = Activity.parse(state).claims.filter(({ person }) => named.includes(person));
      return claims.length === 1 ? (claims[0]?.award?.cause ?? null) : null;
    }
    case 'gathering':
    case 'topic':
    case 'talk-day':
    case 'order':
    case 'care':
    case 'points-year':
    case 'round':
    case 'companion':
    case 'fund':
      return null;
  }
};

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  number: number,
  why: NotTakenBack,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'points.not-taken-back', params: { number, why } });
  return heard(`收回积分 #${number}：没有做（${why}）`);
};

/** `收回积分 #102 因为 查下来不是真的`: what was given for it comes back, as far as it is still there; once. */
export const takeBackPoints = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { rest, reason }: AnchoredCommand,
  { number, stored }: { readonly number: number; readonly stored: Stored<unknown> | null },
  { person: by, community }: Setting,
): Promise<InboundAnswer> => {
  if (!hasRole(by, ['staff', 'director'])) return refuse(ports, inbound, number, 'not-yours');
  if (reason === '') return refuse(ports, inbound, number, 'no-reason');
  if (stored?.ref.kind === 'round') {
    const said = {
      door: rest,
      reason,
      state: stored.state,
      refuse: (why: NotTakenBack) => refuse(ports, inbound, number, why),
    };
    return takeBackRound(ports, inbound, said, { person: by, community });
  }
  const cause = stored && (await causeOf(ports, stored, rest));
  const posting = cause === null ? null : await ports.ledger.byCause(cause);
  const [account] = (posting?.entries ?? []).flatMap((entry) => (hasFloor(entry.account) ? [entry.account] : []));
  if (!posting || account === undefined) return refuse(ports, inbound, number, 'none');
  const owner = accountOwner(account);
  if (owner === by.id) return refuse(ports, inbound, number, 'own');
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, reason, stored?.ref.id ?? inbound.key, by.id, now);
  const people = await ports.people.byIds([owner]);
  return untilCommitted(`take back ${inbound.key}`, async () => {
    if (await ports.matters.handled(inbound.key)) return heardBefore;
    if (await ports.ledger.byCause(`${posting.cause}:reversal`)) return refuse(ports, inbound, number, 'before');
    const places = placesOf(account);
    const found = await Promise.all(places.map((place) => ports.ledger.balance(place)));
    const balances = new Map<AccountId, number>(places.map((place, index) => [place, found[index] ?? 0]));
    const { posting: back, taken, missing } = takeBack(posting, (one) => balances.get(one) ?? 0, now);
    const params = { number, person: owner, taken, missing, words: words ? [words.id] : [] };
    const says: readonly Say[] = [
      {
        ...{ to: { person: by.id }, key: 'points.taken-back', urgency: 'prompt' },
        wording: 'points.taken-back',
        params,
      },
      ...(await reachablePeople(ports, people)).map((to): Say => ({
        ...{ to: { person: to }, key: 'points.taken-from-you', urgency: 'ordinary', wording: 'points.taken-from-you' },
        params,
      })),
    ];
    if (words) await ports.words.keep(words);
    const outcome = await commitPostings(ports, inbound, { postings: [back], says });
    if (outcome === 'conflict') return null;
    return heard(`收回积分 #${number}：${taken} 分`);
  });
};
