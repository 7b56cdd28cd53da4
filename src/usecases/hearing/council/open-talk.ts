import type { AlsoDecision } from '../../../domain/decision';
import { communityArea } from '../../../domain/community/area-tree';
import type { Community, Person } from '../../../domain/community/community';
import type { Loop } from '../../../domain/council/loop';
import { foldTopic } from '../../../domain/council/fold-topic';
import { openTopic } from '../../../domain/council/open-topic';
import { hasRole } from '../../../domain/community/may';
import { talkRoles } from '../../../domain/council/topic-people';
import type { AreaId, WordsId } from '../../../domain/ids';
import { foldTicket } from '../../../domain/ticket/apply-ticket-event';
import { ticketChange } from '../../../domain/ticket/merging/ticket-change';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketEvent } from '../../../domain/ticket/ticket-event';
import type { WordingParams } from '../../../domain/wording/params';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import { survivorOf } from '../../deciding/survivor';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard, heardBefore } from '../answer-person';
import { ticketByNumber } from '../find-ticket';
import { idsOf, keepPhotos, keepWords, photoIds } from '../keep-parts';
import { sayNotFound } from '../run-ticket-command';
import { readCalled, type Said } from '../said';

interface Talk {
  readonly number: number | null;
  readonly text: string;
}

/** Where it belongs: the home of who lives here, the grid of who works there. */
const areaOf = ({ building, roles }: Person, community: Community): AreaId | null =>
  roles.find(({ role }) => role === 'grid-worker')?.area ?? building ?? communityArea(community)?.id ?? null;

const isPrivate = (category: string | null, community: Community): boolean =>
  community.categories.find(({ id }) => id === category)?.card === 'never';

const refuse = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  params: WordingParams['topic.not-opened'],
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'topic.not-opened', params });
  return heard(`说事：没有记，因为 ${params.why}`);
};

/** The ticket's side of it, in the same transaction. */
const broughtUp = (
  { version, state }: Stored<Ticket>,
  by: string,
  topic: { readonly id: string; readonly number: number },
  at: string,
): AlsoDecision => {
  const events: readonly TicketEvent[] = [{ kind: 'brought-up', at, by, topic: topic.id, number: topic.number }];
  return ticketChange({ version, after: foldTicket(state, events) ?? state, events, says: [] });
};

/** A ticket's words are for those who work here; of who reported it, when nobody else did. */
const wordsOf = (ticket: Ticket | null, person: Person): readonly WordsId[] =>
  ticket && (hasRole(person, talkRoles) || ticket.reporters.length === 1) ? ticket.words : [];

interface Opening {
  readonly id: string;
  readonly number: number;
  readonly loop: Loop;
  readonly text: string;
  readonly from: Stored<Ticket> | null;
}

const commitTopic = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { id, number, loop, text, from }: Opening,
  { person, community }: Said,
): Promise<'committed' | 'repeated' | 'conflict'> => {
  const now = ports.clock.now().toISOString();
  const words = keepWords(ports, text, id, person.id, now);
  const photos = keepPhotos(ports, inbound, id);
  const ticket = from?.state ?? null;
  const [best] = readCalled(ports, inbound, text, community).category;
  const decision = openTopic(
    {
      ...{ id, number, loop, by: person, photos: photoIds(photos) },
      words: words ? idsOf([words]) : wordsOf(ticket, person),
      ticket: ticket && { id: ticket.id, number: ticket.number },
      area: ticket?.place.area ?? areaOf(person, community),
      shown: !isPrivate(best?.id ?? null, community),
    },
    { now, community },
  );
  const outcome = await commitDecision(
    {
      ...{ cause: inbound.key, matter: { kind: 'topic', id, number }, expectedVersion: 0 },
      decision: { ...decision, also: from ? [broughtUp(from, person.id, { id, number }, now)] : [] },
      ...{ state: foldTopic(null, decision.events), words: words ? [words] : [], photos },
    },
    community,
    ports,
  );
  return outcome.kind;
};

/** The ticket that is to be talked over, or why it cannot be. */
const ticketMeant = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  number: number,
  { person, community }: Said,
): Promise<Stored<Ticket> | InboundAnswer> => {
  const found = await ticketByNumber(ports, number, person, { evenOnCard: false });
  const stored = found && (await survivorOf(ports.matters, found));
  if (!stored) return sayNotFound(ports, inbound, person, number);
  const { category, topic, reporters } = stored.state;
  const own =
    reporters.some((one) => one.person === person.id && one.kind === 'reporter') || hasRole(person, talkRoles);
  if (!own) return sayNotFound(ports, inbound, person, number);
  if (isPrivate(category, community)) return refuse(ports, inbound, { why: 'private', number });
  return topic ? refuse(ports, inbound, { why: 'open-already', number: topic.number }) : stored;
};

/** `说事 …`, `说事 #12`: it gets a number and goes the way of the pack's loop. Null: the pack has none. */
export const openTalk = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { number: of, text }: Talk,
  said: Said,
): Promise<InboundAnswer | null> => {
  const [loop] = said.community.loops;
  if (!loop) return null;
  const hasPhoto = inbound.media.some(({ kind }) => kind !== 'voice');
  if (of === null && text === '' && !hasPhoto) return refuse(ports, inbound, { why: 'words', number: null });
  if (await ports.matters.handled(inbound.key)) return heardBefore;
  const number = await ports.numbers.next();
  return untilCommitted(`topic ${inbound.key}`, async () => {
    const from = of === null ? null : await ticketMeant(ports, inbound, of, said);
    if (from && !('state' in from)) return from;
    const outcome = await commitTopic(ports, inbound, { id: `topic-${number}`, number, loop, text, from }, said);
    if (outcome === 'conflict') return null;
    return outcome === 'repeated' ? heardBefore : heard(`说事：记成 #${number}`);
  });
};
