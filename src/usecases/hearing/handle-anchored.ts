import type { Community, Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { handlerRoles } from '../../domain/ticket/working/handler-roles';
import { reportersOf } from '../../domain/ticket/telling/tell';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import type { AnchoredVerb, TypedCommand } from '../../domain/understanding/read-command';
import { answerPerson, heard } from './answer-person';
import { headsOf, ownTickets, ticketByNumber } from './find-ticket';
import type { InboundAnswer, InboundMessage } from '../inbound';
import { keepPhotos, keepWords, photoIds } from './keep-parts';
import type { EnginePorts } from '../ports-of-engine';
import { readUntil } from './read-until';
import { runTicketCommand, sayNotFound } from './run-ticket-command';
import { roleIn } from './speaking';
import { sayHistory, sayWhy } from './ticket-lists';

export type AnchoredCommand = Extract<TypedCommand, { kind: 'anchored' }>;

export interface Setting {
  readonly person: Person;
  readonly community: Community;
}

/** Words of those who handle; from others they are plain talk. */
const handlerVerbs: readonly AnchoredVerb[] = [
  'claim',
  'resolve',
  'hand-over',
  'pause',
  'resume',
  'raise',
  'decline',
  'take-charge',
  'more-hands',
  'false-alarm',
  'stand-down',
];

export const isHandlerVerb = (verb: AnchoredVerb): boolean => handlerVerbs.includes(verb);

/** Verbs that a group's card invites everybody to. */
const openVerbs: readonly AnchoredVerb[] = ['me-too', 'not-yet', 'all-done'];

const colleagueNamed = async (ports: EnginePorts, name: string): Promise<Person | null> => {
  const found = (await ports.people.byName(name)).filter((person) => hasRole(person, handlerRoles));
  return found.length === 1 ? (found[0] ?? null) : null;
};

const nameIn = (rest: string): string => rest.replace(/^给\s*/u, '').trim();

/** What a verb means for this ticket; null for the verbs that only look. */
const commandOf = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { verb, word, rest, reason }: AnchoredCommand,
  ticket: Ticket,
  { person: by, community }: Setting,
) => {
  const now = ports.clock.now().toISOString();
  /** "还没好" of a matter that is said to be done is news by itself, also from a neighbour. */
  const news = verb === 'not-yet' && ticket.phase === 'resolved' ? word : '';
  const text = [rest, reason].filter(Boolean).join('，') || news;
  const said = keepWords(ports, text, ticket.id, by.id, now);
  const why = keepWords(ports, reason, ticket.id, by.id, now);
  const photos = keepPhotos(ports, inbound, ticket.id);
  const answersCallBack = reportersOf(ticket).includes(by.id) && ticket.callBack !== null;
  const supplement = (): TicketCommand => ({
    kind: 'supplement',
    by,
    words: said ? [said.id] : [],
    photos: photoIds(photos),
    quietly: false,
  });
  /** The owner's "好了" asks what was done, as 办结 does. */
  const finish = (): TicketCommand | null =>
    ticket.claimedBy === by.id ? { kind: 'resolve', by, words: said?.id ?? null, photos: photoIds(photos) } : null;
  const meant = async (): Promise<TicketCommand | null> => {
    switch (verb) {
      case 'claim':
        return { kind: 'claim', by };
      case 'take-charge':
        return { kind: 'take-charge', by };
      case 'resolve':
      case 'stand-down':
        return { kind: 'resolve', by, words: said?.id ?? null, photos: photoIds(photos) };
      case 'hand-over':
        return { kind: 'hand-over', by, to: await colleagueNamed(ports, nameIn(rest)), words: why?.id ?? null };
      case 'pause':
        return { kind: 'pause', by, until: readUntil(rest, now, community), words: why?.id ?? null };
      case 'resume':
        return { kind: 'resume', by };
      case 'raise':
        return { kind: 'raise', by, words: said?.id ?? null };
      case 'note':
        return { kind: 'note', by, words: said?.id ?? null };
      case 'decline':
        return {
          kind: 'decline',
          by,
          why: /不能办|办不了|^2/u.test(rest) ? 'cannot-do' : 'not-ours',
          words: why?.id ?? null,
        };
      case 'more-hands':
        return { kind: 'more-hands', by };
      case 'false-alarm':
        return { kind: 'false-alarm', by, words: said?.id ?? null };
      case 'withdraw':
        return { kind: 'withdraw', by };
      case 'supplement':
        return supplement();
      case 'me-too':
        return {
          kind: 'join',
          by,
          role: roleIn(inbound.chat, by),
          group: groupOf(inbound),
          as: 'me-too',
          words: [],
          photos: [],
        };
      case 'not-yet':
        return answersCallBack
          ? { kind: 'answer', by, answer: 'not-solved' }
          : said !== null || photos.length > 0
            ? supplement()
            : null;
      case 'all-done':
        return answersCallBack ? { kind: 'answer', by, answer: 'solved-satisfied' } : finish();
      case 'look':
      case 'why':
        return null;
    }
  };
  return { command: await meant(), documents: { words: wordsUsed(verb, said, why), photos } };
};

const groupOf = (inbound: InboundMessage): string | null => (inbound.chat.kind === 'group' ? inbound.chat.id : null);

const wordsUsed = <T>(verb: AnchoredVerb, said: T | null, why: T | null): readonly T[] => {
  const used = verb === 'hand-over' || verb === 'pause' || verb === 'decline' ? why : said;
  return used ? [used] : [];
};

const whichNumber = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: AnchoredCommand,
  person: Person,
): Promise<InboundAnswer> => {
  const open = headsOf(await ownTickets(ports, person));
  await answerPerson(ports, inbound, { wording: 'refused.which-number', params: { verb: command.word, open } });
  return heard(`“${command.word}”没有说是哪一件`);
};

/** The number meant: typed, or of the card replied to, or in private the only open one. */
const numberMeant = async (
  ports: EnginePorts,
  { number }: AnchoredCommand,
  anchor: number | null,
  person: Person,
): Promise<number | null> => {
  if (number !== null || anchor !== null) return number ?? anchor;
  const own = await ownTickets(ports, person);
  return own.length === 1 ? (own[0]?.number ?? null) : null;
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
  if (number === null) return whichNumber(ports, inbound, command, setting.person);
  const evenOnCard = openVerbs.includes(command.verb);
  const ticket = await ticketByNumber(ports, number, setting.person, { evenOnCard });
  if (!ticket) return sayNotFound(ports, inbound, setting.person, number);
  if (command.verb === 'look') return sayHistory(ports, inbound, ticket, setting.person);
  if (command.verb === 'why') return sayWhy(ports, inbound, ticket, setting.community);
  const meant = await commandOf(ports, inbound, command, ticket, setting);
  if (!meant.command) return sayHistory(ports, inbound, ticket, setting.person);
  return runTicketCommand(ports, inbound, ticket, meant.command, meant.documents);
};
