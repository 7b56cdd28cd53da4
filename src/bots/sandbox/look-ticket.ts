import type { Community } from '../../domain/community/community';
import type { MatterEvent } from '../../domain/decision';
import type { Posting } from '../../domain/points/posting';
import { scheduleTicket } from '../../domain/ticket/clocks/schedule-ticket';
import { Ticket } from '../../domain/ticket/ticket';
import { makeSpeaker } from '../../domain/wording/speaker';
import type { Clock, Communities, Ledger, Matters, Words } from '../../usecases/ports';
import { peopleOfSandbox, type LookNeeds } from './look';

export interface LookTicketNeeds extends Pick<LookNeeds, 'store' | 'people'> {
  readonly matters: Pick<Matters, 'byNumber' | 'events'>;
  readonly words: Words;
  readonly ledger: Pick<Ledger, 'statement'>;
  readonly communities: Communities;
  readonly clock: Clock;
}

type MemberId = (person: string) => string;

/** Enough to find a matter's own lines among a person's. */
const statementLines = 200;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const peopleIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** One line of the history. Kinds of events are added over time, so the rest is read with care. */
export const seenEvent = (event: MatterEvent, memberId: MemberId) => {
  const by = textOf(Reflect.get(event, 'by'));
  const to: unknown = Reflect.get(event, 'to');
  const toOne = textOf(to);
  return {
    at: event.at,
    what: event.kind,
    by: by === null ? null : memberId(by),
    to: (toOne === null ? peopleIn(to) : [toOne]).map(memberId),
    step: textOf(Reflect.get(event, 'step')),
  };
};

const placeOf = async (ticket: Ticket, community: Community, { words, clock }: LookTicketNeeds): Promise<string> => {
  const said = ticket.place.words === null ? [] : await words.byIds([ticket.place.words]);
  const speaker = makeSpeaker({
    community,
    language: 'zh',
    now: clock.now().toISOString(),
    inGroup: false,
    names: new Map(),
    words: new Map(said.map(({ id, text }) => [id, text])),
  });
  return speaker.place(ticket.place);
};

const postingsOf = async (ticket: Ticket, { ledger }: LookTicketNeeds, memberId: MemberId) => {
  const ofEach = await Promise.all(
    ticket.reporters.map(({ person }) => ledger.statement(`person:${person}`, statementLines)),
  );
  const own = ofEach.flat().filter(({ cause }) => cause.includes(ticket.id));
  const account = (id: Posting['entries'][number]['account']): string =>
    id.startsWith('person:') ? `person:${memberId(id.slice('person:'.length))}` : id;
  return [...new Map(own.map((posting) => [posting.cause, posting])).values()].map(({ at, reason, entries }) => ({
    at,
    reason,
    entries: entries.map((entry) => ({ account: account(entry.account), points: entry.points })),
  }));
};

/** A ticket with its history, what time will still do to it, and what was booked for it. Null: no such number. */
export const seenTicket = async (number: number, needs: LookTicketNeeds) => {
  const stored = await needs.matters.byNumber(number);
  if (stored?.ref.kind !== 'ticket') return null;
  const ticket = Ticket.parse(stored.state);
  const [community, events, { memberId }] = await Promise.all([
    needs.communities.current(),
    needs.matters.events(ticket.id),
    peopleOfSandbox(needs),
  ]);
  const steps = scheduleTicket(ticket, community);
  const category = community.categories.find(({ id }) => id === ticket.category);
  return {
    number: ticket.number,
    kind: ticket.nature === 'suggestion' ? ticket.nature : stored.ref.kind,
    state: ticket.phase,
    category: ticket.category,
    categoryName: category ? { zh: category.zh, en: category.en } : null,
    class: ticket.class,
    place: await placeOf(ticket, community, needs),
    owner: ticket.claimedBy === null ? null : memberId(ticket.claimedBy),
    handlers: ticket.handlers.map(memberId),
    reporters: ticket.reporters.map(({ person }) => memberId(person)),
    dueAt: steps[0]?.at ?? null,
    mergedInto: ticket.merged?.number ?? null,
    reopenings: ticket.reopenings,
    solved: ticket.solved,
    satisfied: ticket.satisfied,
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: steps.map(({ at, kind, level }) => ({ at, what: kind, level })),
    postings: await postingsOf(ticket, needs, memberId),
  };
};
