import type { Community } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { callBackChoices } from '../../domain/ticket/ask-call-back';
import { handlerRoles } from '../../domain/ticket/handler-roles';
import { numberIn, plainText, quotedText } from '../../domain/understanding/plain-text';
import { readCommand, type TypedCommand } from '../../domain/understanding/read-command';
import { readChoice } from '../../domain/understanding/read-choice';
import type { Intent, Reading, Utterance } from '../../domain/understanding/reading';
import {
  answerCallBackUnasked,
  answerOpenQuestion,
  answerWhereDangerIs,
  noteFromReply,
  type FreeMessage,
} from './answer-open-question';
import { answerPerson, heard, silence } from './answer-person';
import { bind, invite } from './bind-chat';
import { gatherPhoto } from './gather-photo';
import { handleAnchored, isHandlerVerb, type Setting } from './handle-anchored';
import { handleChoice } from './handle-choice';
import { callPerson, greetUnbound, sayHelp, sayNotUnderstood } from './help-person';
import type { InboundAnswer, InboundMessage } from '../inbound';
import { keptCharacters } from './keep-parts';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { reportMatter } from './report-matter';
import { lexiconOf, speakerOf } from './speaking';
import { sayMine, sayPoints } from './ticket-lists';

const reportFamily: readonly Intent[] = ['report', 'suggestion', 'question'];

const utteranceOf = (inbound: InboundMessage, text: string): Utterance => ({
  text,
  group: inbound.chat.kind === 'private' ? 'private' : (inbound.chat.purpose ?? 'residents'),
  photo: inbound.media.some((media) => media.kind !== 'voice'),
  at: inbound.at,
});

/** A message that cannot be for Linli; decided without touching the database. */
const isPlainTalk = (inbound: InboundMessage, reading: Reading): boolean =>
  inbound.chat.kind === 'group' &&
  !inbound.mentioned &&
  inbound.replyTo?.fromBot !== true &&
  inbound.media.length === 0 &&
  inbound.location === null &&
  reading.critical === null &&
  !reportFamily.includes(reading.intent);

const repliedRow = async (ports: EnginePorts, inbound: InboundMessage): Promise<OutboxRow | null> =>
  inbound.replyTo?.ours ? ports.outbox.byId(inbound.replyTo.ours) : null;

/** The number that the reply is anchored to: the card's, else the one in the quoted words. */
const anchorOf = (inbound: InboundMessage, row: OutboxRow | null): number | null => {
  if (row?.matter?.number) return row.matter.number;
  const quote = inbound.replyTo?.quote ?? quotedText(inbound.text);
  return quote ? numberIn(quote) : null;
};

interface Heard extends Setting {
  readonly text: string;
  readonly row: OutboxRow | null;
  readonly anchor: number | null;
}

const handleWhole = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  verb: Extract<TypedCommand, { kind: 'whole' }>['verb'],
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  switch (verb) {
    case 'mine':
    case 'tasks':
      return sayMine(ports, inbound, person);
    case 'points':
      return sayPoints(ports, inbound, person, false);
    case 'statement':
      return sayPoints(ports, inbound, person, true);
    case 'help':
      return sayHelp(ports, inbound, person);
    case 'person':
      return callPerson(ports, inbound, '', { person, community });
  }
};

const openRow = (ports: EnginePorts, inbound: InboundMessage, row: OutboxRow | null): Promise<OutboxRow | null> =>
  row !== null || inbound.chat.kind === 'group' ? Promise.resolve(row) : ports.outbox.openQuestion(inbound.chat.id);

const handleIndex = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  index: number,
  said: Heard,
): Promise<InboundAnswer> => {
  const row = await openRow(ports, inbound, said.row);
  const choice = row?.say.choices?.[index - 1];
  if (row && choice) return handleChoice(ports, inbound, row, choice, said.person);
  if (inbound.chat.kind === 'group') return silence('一个数字，没有在回哪条消息');
  const answer = row ? undefined : callBackChoices[index - 1];
  const answered = answer ? await answerCallBackUnasked(ports, inbound, answer, said.person) : null;
  if (answered) return answered;
  await answerPerson(ports, inbound, { wording: 'refused.no-question', params: {} });
  return heard('一个数字，但没有在等他回答的事');
};

/** Words beside the cry itself. */
const moreThanACry = /[^救命急啊呀哇呜来人快\s\p{P}\p{S}]/u;

/**
 * What somebody called a report is one. `急 …` and `救命` are danger; where the rest reads like plain talk ("救命，太可爱了")
 * the person is asked first, and everyone is called when there is no answer.
 */
const forcedReading = (reading: Reading, critical: boolean, text: string): Reading => ({
  ...reading,
  intent: 'report',
  critical: critical
    ? (reading.critical ?? {
        category: 'danger',
        share: 1,
        doubt: reading.intent === 'chatter' && moreThanACry.test(text),
      })
    : reading.critical,
});

const read = (ports: EnginePorts, inbound: InboundMessage, text: string, community: Community): Reading =>
  ports.understand(utteranceOf(inbound, text), lexiconOf(community));

/** Words that Linli acts on. Null: they are plain talk after all. */
const handleTyped = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: TypedCommand,
  said: Heard,
): Promise<InboundAnswer | null> => {
  const { person, community } = said;
  switch (command.kind) {
    case 'report':
      return reportMatter(ports, inbound, {
        ...said,
        text: command.text,
        reading: forcedReading(read(ports, inbound, command.text, community), command.critical, command.text),
      });
    case 'report-for':
      return reportMatter(ports, inbound, {
        ...said,
        text: `（代${command.who}）${command.text}`,
        reading: forcedReading(read(ports, inbound, command.text, community), false, command.text),
      });
    case 'bind':
      return bind(ports, inbound, command.code, person);
    case 'invite':
      return invite(ports, inbound, command.rest, said);
    case 'choice':
      return handleIndex(ports, inbound, command.index, said);
    case 'whole':
      return handleWhole(ports, inbound, command.verb, said);
    case 'anchored': {
      const anchored = command.number !== null || said.anchor !== null;
      const others = isHandlerVerb(command.verb) && !hasRole(person, handlerRoles);
      return others && !anchored ? null : handleAnchored(ports, inbound, command, said.anchor, said);
    }
  }
};

const isReport = (reading: Reading): boolean => reading.critical !== null || reportFamily.includes(reading.intent);

/** Plain words, a photo, a place: an answer to what was asked, a note, a report, or talk. */
const handleFree = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: Heard,
  reading: Reading,
): Promise<InboundAnswer> => {
  const free: FreeMessage = { ...said, reading };
  const row = await openRow(ports, inbound, said.row);
  const choice = readChoice(said.text, row?.say.choices ?? [], said.community);
  if (row && choice) return handleChoice(ports, inbound, row, choice, said.person);
  const unasked = callBackChoices.find((each) => readChoice(said.text, [each], said.community) !== null);
  const answered =
    (unasked ? await answerCallBackUnasked(ports, inbound, unasked, said.person) : null) ??
    (await answerWhereDangerIs(ports, inbound, free)) ??
    (reading.critical ? null : await answerOpenQuestion(ports, inbound, free, row));
  if (answered) return answered;
  const noted = said.row && !reading.critical ? await noteFromReply(ports, inbound, free, said.row) : null;
  if (noted) return noted;
  const hasPhoto = inbound.media.some((media) => media.kind !== 'voice');
  if (said.text === '' && hasPhoto) return gatherPhoto(ports, inbound, said);
  if (isReport(reading)) return reportMatter(ports, inbound, free);
  if (hasPhoto) return gatherPhoto(ports, inbound, said);
  if (inbound.chat.kind === 'group' && !inbound.mentioned) return silence(...reading.why);
  return answerTalk(ports, inbound, free);
};

/** Talk in private or to the bot by name is answered, with what can be done. */
const answerTalk = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { reading, person, community, text }: FreeMessage,
): Promise<InboundAnswer> => {
  switch (reading.intent) {
    case 'ask-status':
      return sayMine(ports, inbound, person);
    case 'balance':
      return sayPoints(ports, inbound, person, false);
    case 'ask-person':
      return callPerson(ports, inbound, text, { person, community });
    case 'thanks':
      return silence(...reading.why);
    case 'report':
    case 'suggestion':
    case 'question':
    case 'signup':
    case 'cancel':
    case 'order':
    case 'book':
    case 'redeem':
    case 'chatter':
      return sayNotUnderstood(ports, inbound);
  }
};

/** Nobody is to believe that all of it was read. */
const saySomeIsCut = (ports: EnginePorts, inbound: InboundMessage): Promise<void> =>
  answerPerson(ports, inbound, { wording: 'help.too-long', params: { kept: keptCharacters } });

/** One message, from whatever platform. */
export const handleMessage = async (ports: EnginePorts, inbound: InboundMessage): Promise<InboundAnswer> => {
  if (inbound.fromBot) return silence('别的机器人说的');
  const community = await ports.communities.current();
  const text = plainText(inbound.text);
  const command = readCommand(inbound.text, {
    isPrivate: inbound.chat.kind === 'private',
    repliesToUs: inbound.replyTo?.fromBot ?? false,
    mentioned: inbound.mentioned,
  });
  const reading = ports.understand(utteranceOf(inbound, text), lexiconOf(community));
  if (!command && isPlainTalk(inbound, reading)) return silence(...reading.why);
  const unbound = inbound.chat.kind === 'group' && inbound.chat.purpose === null;
  if (unbound && command?.kind !== 'bind' && !reading.critical) return greetUnbound(ports, inbound);
  if (inbound.forwarded && !reading.critical && inbound.chat.kind === 'group') return silence('转发的内容');
  const person = await speakerOf(ports, inbound, community);
  const row = await repliedRow(ports, inbound);
  const said: Heard = { person, community, text, row, anchor: anchorOf(inbound, row) };
  const done = command && (await handleTyped(ports, inbound, command, said));
  const answer = done ?? (await handleFree(ports, inbound, said, reading));
  if (!answer.silent && text.length > keptCharacters) await saySomeIsCut(ports, inbound);
  return answer;
};
