import type { Person } from '../../../domain/community/community';
import { cycleAsked } from '../../../domain/ticket/calling-back/ask-call-back';
import type { Ticket } from '../../../domain/ticket/ticket';
import { commandTicket } from '../../deciding/command-ticket';
import { draftSays } from '../../deciding/commit-decision';
import { survivorOf } from '../../deciding/survivor';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { callBackList } from '../../sending/together/call-back-list';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';

const ticketOf = async (ports: EnginePorts, row: OutboxRow): Promise<Ticket | null> => {
  const stored = row.matter && (await ports.matters.load(row.matter.id));
  return stored?.ref.kind === 'ticket' ? (await survivorOf(ports.matters, stored)).state : null;
};

const nothingAsked = async (ports: EnginePorts, inbound: Inbound): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'refused.no-question', params: {} });
  return heard('单子里没有还在等他回答的事');
};

/** The list stays as it was said, without its buttons; nobody waits for its answer any more. */
const closeDigest = async (ports: EnginePorts, inbound: Inbound, rows: readonly OutboxRow[], by: Person) => {
  for (const { id } of rows) await ports.outbox.closeQuestion(id);
  const [first] = rows;
  if (!first) return;
  const retired = { to: { person: by.id }, key: `${first.id}.retired`, urgency: 'prompt', retires: first.id } as const;
  await sayBecauseOf(ports, inbound, [{ ...retired, ...callBackList(rows) }]);
};

/** Each matter is answered for itself; what was answered before, or opened again, stays as it is. */
const allSolved = async (
  ports: EnginePorts,
  inbound: Inbound,
  rows: readonly OutboxRow[],
  by: Person,
): Promise<InboundAnswer> => {
  const numbers: number[] = [];
  for (const row of rows) {
    const cycle = cycleAsked(row.say.key);
    const ticket = await ticketOf(ports, row);
    if (ticket === null || cycle === null) continue;
    const command = { kind: 'answer', by, answer: 'solved-satisfied', cycle, quiet: true } as const;
    const cause = `${inbound.key}:${row.id}`;
    const outcome = await commandTicket(ports, cause, ticket.id, command, { words: [], photos: [] });
    if (outcome.kind === 'done' || outcome.kind === 'repeated') numbers.push(ticket.number);
  }
  if (numbers.length === 0) return nothingAsked(ports, inbound);
  await answerPerson(ports, inbound, { wording: 'ticket.call-backs-thanks', params: { name: by.id, numbers } });
  return heard(`${numbers.length}件都解决了`);
};

/** Each that is still to be answered is asked about with a message of its own. */
const oneByOne = async (
  ports: EnginePorts,
  inbound: Inbound,
  rows: readonly OutboxRow[],
  by: Person,
): Promise<InboundAnswer> => {
  let asked = 0;
  for (const row of rows) {
    const ticket = await ticketOf(ports, row);
    const isOpen = ticket?.cycle === cycleAsked(row.say.key) && !ticket.answers.some(({ person }) => person === by.id);
    if (!isOpen) continue;
    const { together: _together, holdUntil: _held, ...say } = row.say;
    const matter = { ref: row.matter, version: row.matterVersion, scope: `${inbound.key}/${row.id}` };
    const drafts = await draftSays([{ ...say, urgency: 'prompt', key: `${say.key}.again` }], matter, ports);
    await ports.wakeUps.drain(await ports.outbox.add(drafts));
    asked += 1;
  }
  return asked === 0 ? nothingAsked(ports, inbound) : heard(`${asked}件，一件一件问`);
};

/** The answer to a list of matters: all are solved, or they are asked about one by one. */
export const answerDigest = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: 'all-solved' | 'one-by-one',
  by: Person,
): Promise<InboundAnswer> => {
  const rows = row.within === null ? [] : await ports.outbox.within(row.within);
  // Closed before it is asked anew: an answered question closes every one like it.
  if (choice === 'one-by-one') {
    await closeDigest(ports, inbound, rows, by);
    return oneByOne(ports, inbound, rows, by);
  }
  const answer = await allSolved(ports, inbound, rows, by);
  // Only now: an answer that an outage swallowed comes again and must find its question open.
  await closeDigest(ports, inbound, rows, by);
  return answer;
};
