import { minutesBetween } from '../../../domain/calendar/local-time';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import { takesReports } from '../../../domain/ticket/telling/ticket-card';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { silence } from '../answer-person';
import { ownTickets } from '../find-ticket';
import { callPerson } from '../telling/help-person';
import { idsOf, keepWords } from '../keep-parts';
import { runTicketCommand } from '../run-ticket-command';
import type { Said } from '../said';

/** A voice message this soon after a report belongs to it. */
const belongsMinutes = 30;

/** What people read in place of the voice, which Linli cannot hear. */
const inItsPlace = '（发来一段语音，机器人听不了，请联系本人）';

export const isVoiceOnly = (inbound: InboundMessage, text: string): boolean =>
  text === '' &&
  inbound.media.some(({ kind }) => kind === 'voice') &&
  inbound.media.every(({ kind }) => kind === 'voice');

/**
 * Old people send voice. Linli does not hear it, so a person is told: whoever has the matter that was just reported,
 * else those on duty. In a group a voice message is for the group, save from who has just reported a danger there.
 */
export const hearVoice = async (ports: EnginePorts, inbound: InboundMessage, said: Said): Promise<InboundAnswer> => {
  const { person } = said;
  const now = ports.clock.now().toISOString();
  const isPrivate = inbound.chat.kind === 'private';
  const ticket = (await ownTickets(ports, person)).find(
    (own) =>
      takesReports(own) &&
      reportersOf(own).includes(person.id) &&
      minutesBetween(own.reportedAt, now) < belongsMinutes &&
      (isPrivate || own.class === 'critical'),
  );
  if (!ticket) return isPrivate || inbound.mentioned ? callPerson(ports, inbound, inItsPlace, said) : silence('语音');
  const words = keepWords(ports, inItsPlace, ticket.id, person.id, now);
  return runTicketCommand(
    ports,
    inbound,
    ticket,
    { kind: 'supplement', by: person, words: idsOf([words]), photos: [], quietly: false },
    { words: words ? [words] : [], photos: [] },
  );
};
