import type { Community } from '../../../domain/community/community';
import {
  fromTheFirst,
  monthOnMonth,
  type FigureRow,
  type Share,
  type Span,
  type Subject,
} from '../../../domain/figures/figures';
import { briefSpans } from '../../../domain/figures/brief-spans';
import { monthSpans } from '../../../domain/figures/month-spans';
import type { FiguresAsked } from '../../../domain/figures/read-subject';
import type { WordingParams } from '../../../domain/wording/params';
import type { EnginePorts } from '../../ports-of-engine';

type OfMonth = WordingParams['figures.month'];
type Counting = Pick<EnginePorts, 'figures' | 'clock'>;

const TOP = 3;
const none: Share = { count: 0, of: 0 };

/** The rates of a row; without a row nothing was reported. */
export const ratesOf = (row: FigureRow | undefined): Readonly<Record<keyof OfMonth['rates'], Share>> => {
  const { response = none, onTime = none, solved = none, satisfied = none, inGrid = none } = row ?? {};
  return { response, onTime, solved, satisfied, inGrid };
};

/** Of residents; what riders report rises with their diligence. */
export const complaintsOfResidents = async (
  { figures }: Counting,
  span: Span,
  community: Community,
  subject: Subject,
): Promise<number> =>
  (await figures.complaints(span, community, subject)).reduce((sum, { residents }) => sum + residents, 0);

const compareRates = (now: FigureRow | undefined, before: FigureRow | undefined): OfMonth['rates'] => {
  const [one, other] = [ratesOf(now), ratesOf(before)];
  const of = (rate: keyof OfMonth['rates']): OfMonth['rates']['onTime'] => ({ now: one[rate], before: other[rate] });
  return {
    response: of('response'),
    onTime: of('onTime'),
    solved: of('solved'),
    satisfied: of('satisfied'),
    inGrid: of('inGrid'),
  };
};

const topOf = (rows: readonly FigureRow[]): OfMonth['top'] =>
  [...rows]
    .sort((one, other) => other.tickets - one.tickets)
    .slice(0, TOP)
    .map(({ key, tickets }) => ({ category: key, count: tickets }));

const desksOf = (rows: readonly FigureRow[]): OfMonth['desks'] => {
  const desks = rows.flatMap(({ key, tickets, onTime }) => (key === null ? [] : [{ desk: key, tickets, onTime }]));
  return desks.length > 1 ? desks : [];
};

/** The figures of a month beside those of the month before. */
export const countMonth = async (
  ports: Counting,
  community: Community,
  { asked, subject }: FiguresAsked,
): Promise<OfMonth> => {
  const { figures, clock } = ports;
  const at = clock.now().toISOString();
  const { timeZone } = community.calendar;
  const { month, before, earlier } = monthSpans(at, timeZone, asked);
  const { today } = briefSpans(at, timeZone);
  const [standing, [row], [rowBefore], byCategory, byDesk, complaints, complaintsBefore, past] = await Promise.all([
    asked === 'this' ? figures.standing(today, at, community, subject) : null,
    figures.rates(month, 'all', at, community, subject),
    figures.rates(before, 'all', at, community, subject),
    subject.category === null ? figures.rates(month, 'category', at, community, subject) : [],
    subject.area === null ? figures.rates(month, 'desk', at, community, subject) : [],
    complaintsOfResidents(ports, month, community, subject),
    complaintsOfResidents(ports, before, community, subject),
    figures.complaints(earlier.span, community, subject),
  ]);
  const counts = new Map(past.map(({ month: name, residents }) => [name, residents]));
  return {
    ...{ asked, subject, span: month },
    standing: standing && { open: standing.open, overdue: standing.overdue },
    tickets: { now: row?.tickets ?? 0, before: rowBefore?.tickets ?? 0 },
    rates: compareRates(row, rowBefore),
    answerMinutes: { now: row?.answerMinutes ?? null, before: rowBefore?.answerMinutes ?? null },
    complaints: { now: complaints, before: complaintsBefore },
    earlier: monthOnMonth(fromTheFirst(earlier.months, counts)),
    ...{ top: topOf(byCategory), desks: desksOf(byDesk) },
  };
};
