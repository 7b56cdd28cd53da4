import { localTime, plusDays } from '../../../domain/calendar/local-time';
import type { Community } from '../../../domain/community/community';
import type { FundMonthSaid } from '../../../domain/understanding/command/read-fund';
import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { readFund } from '../../public/read-fund';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { noteFund } from './note-fund';

/** Lines of one message. */
const listed = 10;

/** A month without its year is the last one of that name. */
const monthMeant = (said: FundMonthSaid, now: string, { calendar }: Community): string => {
  const today = localTime(now, calendar.timeZone).date;
  const current = today.slice(0, 7);
  if (said === null) return current;
  if (said === 'last') return plusDays(`${current}-01`, -1).slice(0, 7);
  const of = (year: number): string => `${year}-${String(said.month).padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  return said.year === null ? (of(thisYear) > current ? of(thisYear - 1) : of(thisYear)) : of(said.year);
};

/** `大账单`: everybody may read it; where there are public pages, all lines and receipts stand there. */
const sayFund = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: FundMonthSaid,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const now = ports.clock.now().toISOString();
  const month = monthMeant(said, now, community);
  const { lines, income, expense, closing } = await readFund(ports, month, community);
  const page = community.policy.publicPages.open ? [`fund-page-${inbound.key}`] : [];
  for (const id of page)
    await ports.words.keep({
      ...{ id, matter: id, by: person.id, at: now },
      text: `${ports.siteUrl()}/p/${community.id}/account?month=${month}`,
    });
  const shown = lines.slice(-listed).map(({ entry, signed }) => ({
    ...{ number: entry.number, at: entry.second?.at ?? entry.at, signed },
    ...{ words: [entry.words], corrects: entry.corrects?.number ?? null },
  }));
  const params = { month, lines: shown, more: lines.length - shown.length, income, expense, closing, page };
  await answerPerson(ports, inbound, { wording: 'fund.month', params });
  return heard(`大账单 ${month}`);
};

/** Words of the public elder-care account. */
export const handleFund = (
  ports: EnginePorts,
  inbound: InboundMessage,
  command: Extract<TypedCommand, { kind: 'fund' }>,
  setting: Setting,
): Promise<InboundAnswer> => {
  const { said } = command;
  return said.verb === 'look'
    ? sayFund(ports, inbound, said.month, setting)
    : noteFund(ports, inbound, { ...command, said }, setting);
};
