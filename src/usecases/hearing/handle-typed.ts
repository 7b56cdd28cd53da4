import { callBackChoices } from '../../domain/ticket/calling-back/ask-call-back';
import type { TypedCommand } from '../../domain/understanding/command/typed-command';
import type { Reading } from '../../domain/understanding/reading';
import type { InboundAnswer, InboundMessage } from '../inbound';
import { worksHere } from '../pages/find-reader';
import type { EnginePorts } from '../ports-of-engine';
import { answerCallBackUnasked } from './answers/answer-call-back-unasked';
import { answerReceipt } from './answers/answer-handler';
import { answerPerson, heard, silence } from './answer-person';
import { handleBoard } from './board/handle-board';
import { handleCare } from './care/handle-care';
import { handleBudget } from './points/handle-budget';
import { handleFund } from './fund/say-fund';
import { nameDeed } from './deeds/name-deed';
import { handleDuty } from './duty/handle-duty';
import { handlePresence } from './volunteering/handle-presence';
import { openActivity } from './volunteering/open-activity';
import { openTalk } from './council/open-talk';
import { bind, invite } from './people/bind-chat';
import { choicesOf } from './answers/choices-of';
import { handleAnchored } from './handle-anchored';
import { handleChoice } from './handle-choice';
import { handleSelf } from './people/handle-self';
import { handleShift } from './people/handle-shift';
import { handleHonours } from './honours/handle-honours';
import { handleRound } from './rounds/handle-round';
import { handlePairing } from './pairing/handle-pairing';
import { handleService } from './timebank/handle-service';
import { giveOwnPage } from './privacy/give-own-page';
import { handleErasure } from './privacy/handle-erasure';
import { handleReward } from './rewards/handle-reward';
import { callPerson, sayHelp } from './telling/help-person';
import { reportFor } from './people/report-for';
import { reportMatter } from './reporting/report-matter';
import { sayBrief } from './figures/say-brief';
import { sayMonth } from './figures/say-month';
import { openRow, readCalled, type Said } from './said';
import { sayMyData } from './telling/say-my-data';
import { sayMine, sayPoints } from './telling/ticket-lists';
import { wishToSearch } from './answers/wish-to-search';
import type { Setting } from './verbs/verb-meaning';
import { verbMeanings } from './verbs/verb-meanings';

const handleWhole = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  verb: Extract<TypedCommand, { kind: 'whole' }>['verb'],
  { person, community }: Setting,
): Promise<InboundAnswer | null> => {
  switch (verb) {
    case 'mine':
    case 'tasks':
      return sayMine(ports, inbound, person);
    case 'my-data':
      return sayMyData(ports, inbound, person);
    case 'my-page':
      return giveOwnPage(ports, inbound, person);
    case 'forget-me':
    case 'erase-me':
    case 'keep-me':
      return handleErasure(ports, inbound, verb, { person, community });
    case 'points':
      return sayPoints(ports, inbound, person, false);
    case 'statement':
      return sayPoints(ports, inbound, person, true);
    case 'help':
      return sayHelp(ports, inbound, person);
    case 'person':
      return callPerson(ports, inbound, '', { person, community });
    case 'search-me':
    case 'search-me-not':
      return wishToSearch(ports, inbound, person, verb === 'search-me');
    case 'brief':
      return sayBrief(ports, inbound, { person, community });
  }
};

const handleIndex = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  index: number,
  said: Said,
): Promise<InboundAnswer> => {
  const row = await openRow(ports, inbound, said.row);
  const choice = choicesOf(row)[index - 1];
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

/** Words that Linli acts on. Null: they are plain talk after all. */
export const handleTyped = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: TypedCommand,
  said: Said,
): Promise<InboundAnswer | null> => {
  const { person, community } = said;
  switch (command.kind) {
    case 'report':
      return reportMatter(ports, inbound, {
        ...said,
        text: command.text,
        reading: forcedReading(readCalled(ports, inbound, command.text, community), command.critical, command.text),
      });
    case 'report-for':
      return reportFor(ports, inbound, command.who, {
        ...said,
        text: `（代${command.who}）${command.text}`,
        onBehalf: command.who,
        reading: forcedReading(readCalled(ports, inbound, command.text, community), false, command.text),
      });
    case 'bind':
      return bind(ports, inbound, command.code, person);
    case 'invite':
      return invite(ports, inbound, command.rest, said);
    case 'shift':
      return handleShift(ports, inbound, command, said);
    case 'self':
      return handleSelf(ports, inbound, command, said);
    case 'duty':
      return handleDuty(ports, inbound, command, said);
    case 'talk':
      return openTalk(ports, inbound, command, said);
    case 'reward':
      return handleReward(ports, inbound, command, said);
    case 'brief':
      return sayMonth(ports, inbound, command.of, said);
    case 'board':
      return handleBoard(ports, inbound, command, said);
    case 'care':
      return handleCare(ports, inbound, command, said);
    case 'launch':
      return openActivity(ports, inbound, command.text, said);
    case 'budget':
      return handleBudget(ports, inbound, command.said, said);
    case 'fund':
      return handleFund(ports, inbound, command, said);
    case 'deed':
      return nameDeed(ports, inbound, command, said);
    case 'honours':
      return handleHonours(ports, inbound, command.said, said);
    case 'round':
      return handleRound(ports, inbound, command, said);
    case 'service':
      return handleService(ports, inbound, command.said, said);
    case 'pairing':
      return handlePairing(ports, inbound, command.said, said);
    case 'presence':
      return handlePresence(ports, inbound, command, said);
    case 'choice':
      return handleIndex(ports, inbound, command.index, said);
    case 'whole':
      return handleWhole(ports, inbound, command.verb, said);
    case 'anchored': {
      // "看到了" to an alarm is a receipt, not a sighting.
      const receipt = command.verb === 'sighting' ? await answerReceipt(ports, inbound, said, said.row) : null;
      if (receipt) return receipt;
      // "名单" under a photo says what the photo is.
      if (command.verb === 'show-list' && command.number === null && inbound.media.length > 0) return null;
      const anchored = command.number !== null || said.anchor !== null;
      const { handlers, workersOnly } = verbMeanings[command.verb];
      const others = !worksHere(person, community);
      const plain = workersOnly === true ? others || !anchored : handlers === true && others && !anchored;
      return plain ? null : handleAnchored(ports, inbound, command, said.anchor, said);
    }
  }
};
