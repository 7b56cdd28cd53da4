import type { Person } from '../../domain/community/community';
import type { MatterKind } from '../../domain/decision';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { answerPerson, notDone } from './answer-person';
import { headsOf, ownTickets, ticketByNumber } from './find-ticket';
import type { InboundAnswer, InboundMessage } from '../inbound';
import { keepPhotos, keepWords } from './keep-parts';
import type { Stored, WordsDocument } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { lookAtCare } from './care/look-at-care';
import { handleActivity } from './volunteering/activity-verbs';
import { isActivityVerb, onlyActivityFor, sayWhichActivity } from './volunteering/which-activity';
import { handleTopic, onlyTopicOf } from './council/topic-verbs';
import { sayRoundState } from './rounds/say-round-state';
import { handleServiceVerb } from './timebank/service-verbs';
import { handleOrder } from './rewards/order-verbs';
import { handleCompanionVerb } from './pairing/handle-pairing';
import { handleFundVerb } from './fund/judge-fund';
import { handleDeedVerb } from './deeds/run-deed-command';
import { takeBackPoints } from './rewards/take-back-points';
import { survivorOf } from '../deciding/survivor';
import { runTicketCommand, sayNotFound } from './run-ticket-command';
import { sayHistory } from './telling/ticket-lists';
import { sentTo } from './answers/sent-to';
import type { AnchoredCommand, Asked, Setting } from './verbs/verb-meaning';
import { verbMeanings } from './verbs/verb-meanings';

/** The verb, with what stands behind it as documents that its command may name. */
const askedOf = (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: AnchoredCommand,
  ticket: Ticket,
  { person, community }: Setting,
): Asked & { readonly others: readonly WordsDocument[] } => {
  const now = ports.clock.now().toISOString();
  const others: WordsDocument[] = [];
  /** "还没好" of a matter that is said to be done is news by itself, also from a neighbour; so is "找到了". */
  const says = typed.verb === 'found' || (typed.verb === 'not-yet' && ticket.phase === 'resolved');
  const news = says ? typed.word : '';
  const text = [typed.rest, typed.reason].filter(Boolean).join('，') || news;
  return {
    ports,
    inbound,
    typed,
    ticket,
    person,
    community,
    said: keepWords(ports, text, ticket.id, person.id, now),
    why: keepWords(ports, typed.reason, ticket.id, person.id, now),
    where: keepWords(ports, sentTo(typed.rest, typed.reason), ticket.id, person.id, now),
    photos: keepPhotos(ports, inbound, ticket.id),
    others,
    keeps: (words) => others.push(...words),
  };
};

/** The words that the command names; others are not kept. */
const wordsNamed = (command: TicketCommand, { said, why, where }: Asked) => {
  const named = [
    ...('words' in command ? [command.words].flat() : []),
    ...('sentTo' in command ? [command.sentTo] : []),
  ];
  return [said, why, where].filter((words) => words !== null).filter(({ id }) => named.includes(id));
};

const whichNumber = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: AnchoredCommand,
  person: Person,
): Promise<InboundAnswer> => {
  const open = headsOf(await ownTickets(ports, person));
  await answerPerson(ports, inbound, { wording: 'refused.which-number', params: { verb: command.word, open } });
  return notDone('unfit', `“${command.word}”没有说是哪一件`);
};

/** The number meant: typed, or of the card replied to, or in private the only open one. */
const numberMeant = async (
  ports: EnginePorts,
  { number, verb }: AnchoredCommand,
  anchor: number | null,
  person: Person,
): Promise<number | null> => {
  if (number !== null || anchor !== null) return number ?? anchor;
  if (verb === 'next-step') return onlyTopicOf(ports, person);
  if (isActivityVerb(verb)) return onlyActivityFor(ports, verb, person);
  const own = await ownTickets(ports, person);
  return own.length === 1 ? (own[0]?.number ?? null) : null;
};

type HandleOther = (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: AnchoredCommand,
  stored: Stored<unknown>,
  setting: Setting,
) => Promise<InboundAnswer>;

/** Verbs said of matters that are no tickets: one line a kind. */
const otherMatters: { readonly [K in MatterKind]?: HandleOther } = {
  topic: handleTopic,
  order: handleOrder,
  service: handleServiceVerb,
  care: lookAtCare,
  activity: handleActivity,
  deed: handleDeedVerb,
  companion: handleCompanionVerb,
  fund: handleFundVerb,
  round: sayRoundState,
};

/** A verb with its anchor. */
export const handleAnchored = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: AnchoredCommand,
  anchor: number | null,
  setting: Setting,
): Promise<InboundAnswer> => {
  const number = await numberMeant(ports, command, anchor, setting.person);
  if (number === null)
    return isActivityVerb(command.verb)
      ? sayWhichActivity(ports, inbound, command.word)
      : whichNumber(ports, inbound, command, setting.person);
  const other = await ports.matters.byNumber(number);
  if (command.verb === 'take-back') return takeBackPoints(ports, inbound, command, { number, stored: other }, setting);
  const handleOther = other && otherMatters[other.ref.kind];
  if (other && handleOther) return handleOther(ports, inbound, command, other, setting);
  const meaning = verbMeanings[command.verb];
  const named = await ticketByNumber(ports, number, setting.person, {
    evenOnCard: meaning.onCard ?? false,
    whenSought: meaning.onSearch ?? false,
    whenPublic: meaning.onPublic ?? false,
  });
  if (!named) return sayNotFound(ports, inbound, setting.person, number);
  const ticket = meaning.ofMerged ? named.state : (await survivorOf(ports.matters, named)).state;
  const asked = askedOf(ports, inbound, command, ticket, setting);
  if ('answer' in meaning) return meaning.answer(asked);
  const meant = await meaning.command(asked);
  if (!meant) return sayHistory(ports, inbound, ticket, setting.person);
  return runTicketCommand(ports, inbound, ticket, meant, {
    words: [...wordsNamed(meant, asked), ...asked.others],
    photos: asked.photos,
  });
};
