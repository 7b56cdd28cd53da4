import type { RoundPolicy } from '../../../domain/rounds/round-policy';
import { isStaff } from '../../../domain/rounds/round-staff';
import { villageAhead, villagesOf, villagesOfRound } from '../../../domain/rounds/team';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { roundToMark } from './rounds-now';

/** Lines of one message. */
const together = 30;

/** `纸卡`: the households of a village that get a card of paper, with their marks once these are published. */
export const listPaperCards = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community, policy }: Setting & { readonly policy: RoundPolicy },
): Promise<InboundAnswer> => {
  const own = villagesOf(person.id, ports.clock.now().toISOString(), community);
  const may = isStaff(person) ? villagesOfRound(policy) : own;
  const named = villageAhead(text, may, community);
  const village = named?.village ?? (may.length === 1 || own.length > 0 ? (own[0] ?? may[0]) : undefined);
  const round = await roundToMark(ports);
  if (village === undefined || !round) {
    await answerPerson(ports, inbound, { wording: 'round.not-yours', params: { what: 'paper' } });
    return heard('纸卡：不知道是哪个村');
  }
  const households = await ports.households.ofVillage(village, 'paper');
  const marks = await Promise.all(households.map(({ id }) => ports.marks.of(round.id, id)));
  const lines = households.map(({ number }, index) => {
    const mark = marks[index]?.mark;
    return { door: number, total: mark && mark.phase !== 'marked' ? mark.total : null };
  });
  for (let at = 0; at === 0 || at < lines.length; at += together)
    await answerPerson(
      ports,
      inbound,
      {
        wording: 'round.paper',
        params: {
          ...{ number: round.number || null, month: round.month, village, lines: lines.slice(at, at + together) },
          until: round.phase === 'objecting' ? round.objectionsUntil : null,
        },
      },
      { key: `round.paper.${at}` },
    );
  return heard(`纸卡：${lines.length} 户`);
};
