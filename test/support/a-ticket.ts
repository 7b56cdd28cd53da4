import { Category } from '../../src/domain/community/category';
import type { Community, Person } from '../../src/domain/community/community';
import type { Decision, Guard, Result, Say } from '../../src/domain/decision';
import { foldTicket } from '../../src/domain/ticket/apply-ticket-event';
import { reportTicket, type ReportTicket } from '../../src/domain/ticket/reporting/report-ticket';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { decideTicket } from '../../src/domain/ticket/command-rules';
import type { TicketCommand } from '../../src/domain/ticket/ticket-command';
import type { TicketContext } from '../../src/domain/ticket/ticket-context';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { TicketRefusal } from '../../src/domain/ticket/refusal';
import { tickTicket } from '../../src/domain/ticket/clocks/tick-ticket';
import { aCommunity, aPerson } from './a-community';

export const aCategory = (given: Partial<Category> & Pick<Category, 'id' | 'class'>): Category =>
  Category.parse({ zh: given.id, en: given.id, about: given.id, ...given });

/** Ordinary, urgent and critical matters, shown in groups and not. */
export const categories: readonly Category[] = [
  aCategory({ id: 'parking', class: '24h' }),
  aCategory({ id: 'drain', class: '2h' }),
  aCategory({ id: 'elder-care', class: '7d', card: 'never' }),
  aCategory({ id: 'fire', class: 'critical', emergencyNumber: '119' }),
  aCategory({ id: 'conduct', class: '15d', card: 'never', desk: 'directors' }),
  aCategory({ id: 'medical', class: 'critical', card: 'never', emergencyNumber: '120' }),
  aCategory({ id: 'lost', class: 'critical', card: 'never', emergencyNumber: '110', seeksPerson: true }),
];

/** The little community with categories and with groups of riders and of staff. */
export const aTicketCommunity = (given: Partial<Community> = {}): Community =>
  aCommunity({
    categories,
    groups: [
      { id: 'riders', title: '骑手群', purpose: 'riders', area: 'home' },
      { id: 'staff-group', title: '工作群', purpose: 'staff', area: 'home' },
    ],
    ...given,
  });

export const wang = aPerson('wang', ['grid-worker@grid-2', 'grid-worker@b6']);
export const li = aPerson('li', ['grid-worker@grid-2']);
export const he = aPerson('he', ['grid-leader@grid-2']);
export const chen = aPerson('chen', ['staff@home']);
export const lin = aPerson('lin', ['director@home']);
export const gao = aPerson('gao', ['director@street']);
export const zhao = aPerson('zhao', ['rider@home']);
export const qian = aPerson('qian', ['resident@home']);

/** Friday 20 November 2026, 10:00 in Shanghai: working time. */
export const fridayTen = '2026-11-20T02:00:00.000Z';

/** A moment of that Friday, or so many days later, by the community's clocks. */
export const clock = (time: string, daysLater = 0): string =>
  new Date(
    Date.parse(`2026-11-20T${time.length === 5 ? `${time}:00` : time}+08:00`) + daysLater * 86_400_000,
  ).toISOString();

export const aContext = (now: string, given: Partial<TicketContext> = {}): TicketContext => ({
  now,
  community: aTicketCommunity(),
  guards: new Map<string, Guard>(),
  ...given,
});

/** A rider's report of parking by building 6, in the riders' group. */
export const aReport = (given: Partial<ReportTicket> = {}): ReportTicket => ({
  id: 't1',
  number: 101,
  nature: 'report',
  by: zhao,
  role: 'rider',
  group: 'riders',
  category: 'parking',
  options: [],
  doubt: null,
  place: { area: 'b6', words: null },
  words: ['w1'],
  photos: ['p1'],
  about: [],
  replyTo: 'm1',
  ...given,
});

/** One ticket as it lives: what is done to it, and all that came of it. */
export interface Life {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
  readonly decisions: readonly Decision<TicketEvent>[];
  /** What the last step came to. */
  readonly last: Decision<TicketEvent>;
  readonly refusal: TicketRefusal | null;
}

const nothing: Decision<TicketEvent> = { events: [], says: [], postings: [], also: [], guards: [] };

const after = (life: Life, last: Decision<TicketEvent>): Life => ({
  ticket: foldTicket(life.ticket, last.events) ?? life.ticket,
  events: [...life.events, ...last.events],
  says: [...life.says, ...last.says],
  decisions: [...life.decisions, last],
  last,
  refusal: null,
});

export const reported = (report: ReportTicket = aReport(), context: TicketContext = aContext(fridayTen)): Life => {
  const last = reportTicket(report, context);
  const ticket = foldTicket(null, last.events);
  if (!ticket) throw new Error('a report that begins no ticket');
  return { ticket, events: last.events, says: last.says, decisions: [last], last, refusal: null };
};

export const ticked = (life: Life, context: TicketContext): Life => after(life, tickTicket(life.ticket, context));

export const told = (life: Life, command: TicketCommand, context: TicketContext): Life => {
  const result: Result<Decision<TicketEvent>, TicketRefusal> = decideTicket(life.ticket, command, context);
  return result.ok ? after(life, result.value) : { ...life, last: nothing, refusal: result.refusal };
};

/** Claimed by Wang five minutes after the report, done by him an hour after it. */
export const claimed = (life: Life = reported(), by: Person = wang): Life =>
  told(life, { kind: 'claim', by }, aContext(clock('10:05')));

export const resolved = (life: Life = claimed(), at: string = clock('11:00')): Life =>
  told(life, { kind: 'resolve', by: wang, words: 'w9', photos: ['p9'] }, aContext(at));

/** Who hears what, short: "wang ticket.remind", "riders card:group". */
export const heardBy = (says: readonly Say[]): readonly string[] =>
  says.map((say) => {
    const to = 'person' in say.to ? say.to.person : say.to.chat;
    return `${to} ${say.card === undefined ? say.wording : `${say.mode}:${say.card}`}`;
  });
