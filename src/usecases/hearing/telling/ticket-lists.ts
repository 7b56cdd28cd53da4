import type { AccountId } from '../../../domain/points/account';
import type { Community, Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import { lacksPapers } from '../../../domain/ticket/applying/lacks-papers';
import type { Papers } from '../../../domain/ticket/applying/papers';
import { firstResponsible } from '../../../domain/ticket/dispatching/first-responsible';
import { scheduleTicket } from '../../../domain/ticket/clocks/schedule-ticket';
import type { Ticket } from '../../../domain/ticket/ticket';
import { toldOf } from '../../../domain/ticket/clocks/told-of';
import { whyDeadline } from '../../../domain/ticket/clocks/why-deadline';
import { headOf, saidState } from '../../../domain/ticket/telling/ticket-card';
import { partLines } from '../../../domain/ticket/joining/part-lines';
import { stepOf } from '../../../domain/council/topic';
import type { SpokenOf } from '../../../domain/wording/params';
import { answerPerson, heard } from '../answer-person';
import { historyOf } from './history-of';
import { keepStatementPage } from '../points/keep-statement-page';
import { openOrdersOf } from '../rewards/own-orders';
import { openTopicsOf } from '../council/own-topics';
import { activitiesOf } from '../volunteering/own-activities';
import { ownTickets } from '../find-ticket';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';

/** Steps to come that a message can list. */
const listed = 6;

/** Lines of a statement that a message can list. */
const statementLines = 10;

/** `查`: every step with its time. */
export const sayHistory = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  person: Person,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, await historyOf(ports, ticket, person));
  return heard(`查 #${ticket.number}`);
};

const waitsFor = ({ listed, until, more }: Papers) => ({ listed, until, more: more.map(({ words }) => words) });

/** What time will still do to it, and who is told then. */
export const whyOf = (ticket: Ticket, community: Community): SpokenOf<'ticket.why'> => {
  const responsible = firstResponsible(ticket, community);
  const lines = scheduleTicket(ticket, community)
    .slice(0, listed)
    .map(({ at, kind, stage, level }) => ({ at, what: kind, stage, level }));
  return {
    wording: 'ticket.why',
    params: {
      ...headOf(ticket),
      state: saidState(ticket),
      owner: ticket.claimedBy,
      ...(responsible === null ? {} : { responsible }),
      lines,
      deadline: whyDeadline(ticket, community),
      ...(ticket.papers && lacksPapers(ticket) ? { papers: waitsFor(ticket.papers) } : {}),
      pauses: ticket.waiting
        ? [...ticket.pauses, { from: ticket.waiting.since, to: ticket.waiting.until }]
        : ticket.pauses,
      standIns: ticket.standIns,
      told: toldOf(ticket),
      ...partLines(ticket, community),
    },
  };
};

/** `为什么`: said to who asked. */
export const sayWhy = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  community: Community,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, whyOf(ticket, community));
  return heard(`为什么 #${ticket.number}`);
};

/** `我的` and, for those who handle, `待办`: what is open, to pick by number. */
export const sayMine = async (ports: EnginePorts, inbound: Inbound, person: Person): Promise<InboundAnswer> => {
  const [tickets, topics, activities, orders] = await Promise.all([
    ownTickets(ports, person),
    openTopicsOf(ports, person),
    activitiesOf(ports, person),
    openOrdersOf(ports, person),
  ]);
  await answerPerson(ports, inbound, {
    wording: 'ticket.mine',
    params: {
      open: tickets.map(headOf),
      states: tickets.map(saidState),
      activities,
      orders,
      topics: topics.map((topic) => ({
        ...{ number: topic.number, loop: topic.loop },
        ...{ step: stepOf(topic), yours: topic.to.includes(person.id) },
      })),
    },
  });
  return heard(hasRole(person, handlerRoles) ? '待办' : '我的');
};

const accountOf = async ({ ledger }: EnginePorts, account: AccountId, limit: number) => {
  const [balance, statement] = await Promise.all([
    ledger.balance(account),
    limit === 0 ? [] : ledger.statement(account, limit),
  ]);
  const lines = statement.map(({ at, reason, points, balance: after, number = null }) => ({
    ...{ at, reason, points, balance: after, number },
  }));
  return { balance, lines };
};

/** `积分`, `账单`: the balance, and the lines that lead to it. */
export const sayPoints = async (
  ports: EnginePorts,
  inbound: Inbound,
  person: Person,
  withLines: boolean,
): Promise<InboundAnswer> => {
  const [own, kept, address] = await Promise.all([
    accountOf(ports, `person:${person.id}`, withLines ? statementLines : 3),
    accountOf(ports, `saved:${person.id}`, withLines ? statementLines : 0),
    withLines ? keepStatementPage(ports, person) : null,
  ]);
  await answerPerson(ports, inbound, {
    wording: 'points.balance',
    params: {
      name: person.id,
      ...{ balance: own.balance, lines: own.lines },
      ...{ saved: kept.balance, savedLines: kept.lines },
      ...(address ? { address } : {}),
    },
  });
  return heard(withLines ? '账单' : '积分');
};
