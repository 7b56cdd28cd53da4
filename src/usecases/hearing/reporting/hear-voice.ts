import { minutesBetween } from '../../../domain/calendar/local-time';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import type { Ticket } from '../../../domain/ticket/ticket';
import { takesReports } from '../../../domain/ticket/telling/ticket-card';
import type { Reading } from '../../../domain/understanding/reading';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { silence } from '../answer-person';
import { ownTickets } from '../find-ticket';
import { callPerson } from '../telling/help-person';
import { idsOf, keepVoices, keepWords } from '../keep-parts';
import { runTicketCommand } from '../run-ticket-command';
import type { Said } from '../said';
import { reportMatter } from './report-matter';

/** A voice message this soon after a report belongs to it. */
const belongsMinutes = 30;

/** What people read in place of the voice, which Linli cannot hear. */
const inItsPlace = '（发来一段语音，机器人听不了；请到看板上听，或联系本人）';

export const isVoiceOnly = (inbound: InboundMessage, text: string): boolean =>
  text === '' &&
  inbound.media.some(({ kind }) => kind === 'voice') &&
  inbound.media.every(({ kind }) => kind === 'voice');

/** Of the catalogue; a pack without it has those on duty told instead. */
const category = 'voice';

/** What a voice says is unknown: it is a report of a kind of its own. */
const unheard: Reading = {
  ...{ intent: 'report', category: [{ id: category, share: 1 }], critical: null, place: null, time: null },
  ...{ people: null, plate: null, number: null, list: null, why: ['语音，等人去听'] },
};

/** The matter of theirs that this belongs to: what was just reported, or what waits to be heard already. */
const ofMatter = async (
  ports: EnginePorts,
  { chat }: InboundMessage,
  { person }: Said,
  now: string,
): Promise<Ticket | undefined> =>
  (await ownTickets(ports, person)).find(
    (own) =>
      takesReports(own) &&
      reportersOf(own).includes(person.id) &&
      (own.category === category || minutesBetween(own.reportedAt, now) < belongsMinutes) &&
      (chat.kind === 'private' || own.class === 'critical'),
  );

/**
 * Old people send voice. Linli does not hear it: it becomes a matter that waits to be heard, with the clock of its class,
 * or belongs to what was just reported. In a group a voice message is for the group, save from who has just reported a
 * danger there.
 */
export const hearVoice = async (ports: EnginePorts, inbound: InboundMessage, said: Said): Promise<InboundAnswer> => {
  const { person, community } = said;
  const now = ports.clock.now().toISOString();
  const ticket = await ofMatter(ports, inbound, said, now);
  if (ticket) {
    const words = keepWords(ports, inItsPlace, ticket.id, person.id, now);
    return runTicketCommand(
      ports,
      inbound,
      ticket,
      { kind: 'supplement', by: person, words: idsOf([words]), photos: [], quietly: false },
      { words: words ? [words] : [], photos: keepVoices(ports, inbound, ticket.id) },
    );
  }
  if (inbound.chat.kind === 'group' && !inbound.mentioned) return silence('语音');
  const text = `${person.name}${inItsPlace}`;
  return community.categories.some(({ id }) => id === category)
    ? reportMatter(ports, inbound, { ...said, text, reading: unheard })
    : callPerson(ports, inbound, text, said);
};
