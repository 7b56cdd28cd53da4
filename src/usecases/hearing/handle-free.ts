import { callBackChoices } from '../../domain/ticket/calling-back/ask-call-back';
import { readAnswer } from '../../domain/understanding/command/read-answer';
import { readChoice } from '../../domain/understanding/command/read-choice';
import type { TypedCommand } from '../../domain/understanding/command/typed-command';
import type { Reading } from '../../domain/understanding/reading';
import type { InboundAnswer, InboundMessage } from '../inbound';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { answerCallBackUnasked } from './answers/answer-call-back-unasked';
import { answerOpenQuestion, answerWhereDangerIs } from './answers/answer-open-question';
import { noteFromReply } from './answers/note-from-reply';
import type { FreeMessage } from './answers/free-message';
import { answerReceipt, noteOnOnlyTicket } from './answers/answer-handler';
import { silence } from './answer-person';
import { choicesOf } from './answers/choices-of';
import { gatherPhoto } from './reporting/gather-photo';
import { handleChoice } from './handle-choice';
import { callPerson, sayNotUnderstood } from './telling/help-person';
import { sayNotYourWord } from './answers/not-your-word';
import { moreOfThisDanger } from './answers/more-of-this-danger';
import { reportMatter } from './reporting/report-matter';
import { checkInHere } from './volunteering/check-in-here';
import { proveFromReply } from './volunteering/handle-presence';
import { hearCall } from './volunteering/hear-call';
import { sayWhichActivity } from './volunteering/which-activity';
import { isReport, openRow, type Said } from './said';
import { sayMine, sayPoints } from './telling/ticket-lists';

/** Talk in private or to the bot by name is answered, with what can be done. */
const answerTalk = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { reading, person, community, text }: FreeMessage,
): Promise<InboundAnswer> => {
  if (/^(?:报名|sign up)/iu.test(text)) return sayWhichActivity(ports, inbound, '报名');
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

/** A call-back's answer may have words behind it, and only that. */
const asksHowItCameOut = (row: OutboxRow): boolean =>
  choicesOf(row).some((choice) => choice === 'not-solved' || choice === 'back-again');

/** Plain words, a photo, a place: an answer to what was asked, a note, a report, or talk. */
export const handleFree = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: Said,
  reading: Reading,
  typed: TypedCommand | null,
): Promise<InboundAnswer> => {
  const free: FreeMessage = { ...said, reading };
  const receipt = await answerReceipt(ports, inbound, said, said.row);
  if (receipt) return receipt;
  const called = reading.critical ? null : await hearCall(ports, inbound, said);
  if (called) return called;
  const row = await openRow(ports, inbound, said.row);
  const choice = readChoice(said.text, choicesOf(row), said.community);
  if (row && choice) return handleChoice(ports, inbound, row, choice, said.person);
  const answer = row && asksHowItCameOut(row) ? readAnswer(said.text, row.say.choices ?? [], said.community) : null;
  if (row && answer && !reading.critical)
    return handleChoice(ports, inbound, row, answer.choice, said.person, answer.words);
  const unasked = callBackChoices.find((each) => readChoice(said.text, [each], said.community) !== null);
  const answered =
    (unasked ? await answerCallBackUnasked(ports, inbound, unasked, said.person) : null) ??
    (await moreOfThisDanger(ports, inbound, free)) ??
    (await answerWhereDangerIs(ports, inbound, free)) ??
    (reading.critical ? null : await answerOpenQuestion(ports, inbound, free, row));
  if (answered) return answered;
  const here = (await proveFromReply(ports, inbound, said)) ?? (await checkInHere(ports, said, inbound));
  if (here) return here;
  const noted = said.row && !reading.critical ? await noteFromReply(ports, inbound, free, said.row) : null;
  if (noted) return noted;
  const hasPhoto = inbound.media.some((media) => media.kind !== 'voice');
  if (said.text === '' && hasPhoto) return gatherPhoto(ports, inbound, said);
  if (isReport(reading)) return reportMatter(ports, inbound, free);
  if (hasPhoto) return gatherPhoto(ports, inbound, said);
  if (inbound.chat.kind === 'group' && !inbound.mentioned) return silence(...reading.why);
  return (
    (await sayNotYourWord(ports, inbound, typed, said)) ??
    (await noteOnOnlyTicket(ports, inbound, free)) ??
    answerTalk(ports, inbound, free)
  );
};
