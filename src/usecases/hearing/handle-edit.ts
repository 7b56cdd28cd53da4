import type { Community, Person } from '../../domain/community/community';
import { plainText } from '../../domain/understanding/plain-text';
import { readCommand } from '../../domain/understanding/command/read-command';
import type { TypedCommand } from '../../domain/understanding/command/typed-command';
import { commandTicket } from '../deciding/command-ticket';
import type { InboundAnswer, InboundMessage } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';
import { answerPerson, heard, silence } from './answer-person';
import { chooseCategory } from './reporting/choose-category';
import { holdBanned, holdFlood, isUrgent } from './hold-back';
import { idsOf, keepWords } from './keep-parts';
import { placeOf } from './reporting/read-place';
import { isReport, read, readCalled } from './said';
import { speakerOf } from './speaking';

type HandleFresh = (inbound: InboundMessage) => Promise<InboundAnswer>;
type Caused = NonNullable<Awaited<ReturnType<EnginePorts['matters']['causedBy']>>>;

interface Edited {
  readonly inbound: InboundMessage;
  readonly community: Community;
  readonly person: Person;
  /** What it says now, without the word that called it a report. */
  readonly text: string;
}

const commandIn = (inbound: InboundMessage): TypedCommand | null =>
  readCommand(inbound.text, {
    isPrivate: inbound.chat.kind === 'private',
    repliesToUs: inbound.replyTo?.fromBot ?? false,
    mentioned: inbound.mentioned,
    amongStaff: inbound.chat.purpose === 'staff',
  });

const isReported = (command: TypedCommand): command is Extract<TypedCommand, { kind: 'report' | 'report-for' }> =>
  command.kind === 'report' || command.kind === 'report-for';

const reportedText = (inbound: InboundMessage, command: TypedCommand | null): string => {
  if (command?.kind === 'report') return command.text;
  return command?.kind === 'report-for' ? `（代${command.who}）${command.text}` : plainText(inbound.text);
};

/** What the ticket says of the message already. */
const sameWords = async (ports: EnginePorts, { events }: Caused, matter: string, text: string): Promise<boolean> => {
  const later = (await ports.matters.events(matter)).filter(({ kind }) => kind === 'corrected').at(-1);
  const last = later ?? events[0];
  const words = last && 'words' in last && Array.isArray(last.words) ? (last.words as readonly string[]) : [];
  return (await ports.words.byIds(words)).some((kept) => kept.text === text);
};

/** The report's own message: the ticket says what it says now. Null: somebody has it, or was called because of it. */
const correct = async (
  ports: EnginePorts,
  { inbound, community, person, text }: Edited,
  matter: string,
): Promise<InboundAnswer | null> => {
  const reading = readCalled(ports, inbound, text, community);
  const words = keepWords(ports, text, matter, person.id, inbound.at);
  const located = placeOf(ports, reading.place, matter, person, community);
  const { category } = chooseCategory(reading, community);
  const outcome = await commandTicket(
    ports,
    inbound.key,
    matter,
    { kind: 'correct', by: person, words: idsOf([words]), category, place: located.place },
    { words: [...(words ? [words] : []), ...located.words], photos: [] },
  );
  if (outcome.kind === 'repeated') return heard('改过的话来过了');
  return outcome.kind === 'done' ? heard(`改了说法，#${outcome.ticket.number} 也跟着改了`) : null;
};

/** Whoever has it by now reads what was changed. */
const add = async (
  ports: EnginePorts,
  { inbound, person, text }: Edited,
  matter: string,
  quietly: boolean,
): Promise<InboundAnswer> => {
  const words = keepWords(ports, text, matter, person.id, inbound.at);
  const outcome = await commandTicket(
    ports,
    inbound.key,
    matter,
    { kind: 'supplement', by: person, words: idsOf([words]), photos: [], quietly },
    { words: words ? [words] : [], photos: [] },
  );
  return outcome.kind === 'done'
    ? heard(`改了说法，补到 #${outcome.ticket.number}`)
    : silence('改过的消息：不再办一次');
};

/** A report, or what joined one; anything else was done when it was first said. */
const ofReport = async (
  ports: EnginePorts,
  edited: Edited,
  caused: Caused,
  fresh: HandleFresh,
): Promise<InboundAnswer> => {
  const { inbound, text, community } = edited;
  const [first] = caused.events;
  const joined = first?.kind === 'joined';
  if (caused.matter === null || (first?.kind !== 'reported' && !joined)) return silence('改过的消息：不再办一次');
  if (text === '' || (await sameWords(ports, caused, caused.matter, text))) return silence('改了，话没有变');
  const danger = readCalled(ports, inbound, text, community).critical;
  const stored = danger ? await ports.matters.load<{ class?: string }>(caused.matter) : null;
  // A danger is a matter of its own, and everybody on duty is called.
  if (stored && stored.state.class !== 'critical') return fresh({ ...inbound, edited: false });
  const corrected = joined ? null : await correct(ports, edited, caused.matter);
  return corrected ?? add(ports, edited, caused.matter, joined);
};

/** Nothing was done because of it: words that are a report now are one, as if they had been said so at first. */
const firstHeard = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  first: string,
  command: TypedCommand | null,
  fresh: HandleFresh,
): Promise<InboundAnswer> => {
  if (command !== null && !isReported(command)) {
    if (inbound.chat.kind === 'private')
      await answerPerson(ports, inbound, { wording: 'help.edit-unheard', params: {} });
    return silence('改成了一句要办的话：不照着办');
  }
  const reading = read(ports, inbound, plainText(inbound.text), await ports.communities.current());
  if (command === null && !isReport(reading)) return silence('改过的消息：不是报事');
  return fresh({ ...inbound, key: first, edited: false });
};

/**
 * A message that was edited. What it reported is put right, and nothing is done a second time: no second ticket, no
 * second sign-up, no command twice.
 */
export const handleEdit = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  first: string,
  fresh: HandleFresh,
): Promise<InboundAnswer> => {
  const command = commandIn(inbound);
  const caused = await ports.matters.causedBy(first);
  if (caused === null) return firstHeard(ports, inbound, first, command, fresh);
  const community = await ports.communities.current();
  const person = await speakerOf(ports, inbound, community);
  const urgent = isUrgent(command, read(ports, inbound, plainText(inbound.text), community));
  const held = urgent ? null : (holdBanned(person) ?? (await holdFlood(ports, inbound, community)));
  if (held) return held;
  // A photo that waited for words has them now.
  const waits = caused.matter !== null && caused.events.some(({ kind }) => kind === 'opened');
  if (waits) return fresh({ ...inbound, media: [], edited: false });
  if (command !== null && !isReported(command)) return silence('改过的消息：不再办一次');
  const text = reportedText(inbound, command);
  return ofReport(ports, { inbound, community, person, text }, caused, fresh);
};
