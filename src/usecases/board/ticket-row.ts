import type { Community, Person } from '../../domain/community/community';
import type { Moment } from '../../domain/ids';
import { promisedDue } from '../../domain/ticket/clocks/stage-clock';
import { saidState } from '../../domain/ticket/telling/ticket-card';
import type { Ticket } from '../../domain/ticket/ticket';
import { maskPrivate } from '../../domain/understanding/mask-private';
import { labels } from '../../domain/wording/labels';
import type { Language } from '../../domain/wording/say-moment';
import { makeSpeaker } from '../../domain/wording/speaker';
import type { Speaker } from '../../domain/wording/params';
import type { Clock, People, Words } from '../ports';
import { actsOn, type RowAct } from './row-acts';

/** A ticket as a list shows it to whoever may see it: the same object for as long as it reads the same. */
export interface ShownTicket {
  readonly id: string;
  readonly number: number;
  readonly critical: boolean;
  /** Whether somebody is in danger is being asked. */
  readonly doubted: boolean;
  readonly green: boolean;
  readonly category: string;
  readonly place: string;
  readonly state: string;
  /** What its reporter said. */
  readonly words: string;
  readonly owner: string | null;
  readonly due: { readonly at: Moment; readonly said: string; readonly late: boolean } | null;
  readonly reported: string;
  readonly photos: number;
}

/** The same object for as long as it reads the same and the same can be done with it. */
export interface TicketRow extends ShownTicket {
  readonly acts: readonly RowAct[];
}

export interface RowPorts {
  readonly people: Pick<People, 'byIds'>;
  readonly words: Pick<Words, 'byIds'>;
  readonly clock: Clock;
}

/** The names and words that tickets speak of. */
interface Read {
  readonly names: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, string>;
}

export const readFor = async (
  ports: RowPorts,
  asked: { readonly people: readonly string[]; readonly words: readonly string[] },
): Promise<Read> => {
  const [people, words] = await Promise.all([
    ports.people.byIds([...new Set(asked.people)]),
    ports.words.byIds([...new Set(asked.words)]),
  ]);
  return {
    names: new Map(people.map(({ id, name }) => [id, name])),
    words: new Map(words.map(({ id, text }) => [id, text])),
  };
};

/** Whether some of it is covered until somebody asks for it. */
export const hidesNumbers = ({ words }: Read): boolean =>
  [...words.values()].some((text) => maskPrivate(text) !== text);

/** The voice of a page. Numbers of telephones, cards and plates are covered; `clear`: somebody looks at them, and it is logged. */
export const voiceOf = (
  { names, words }: Read,
  { community, language, now }: { readonly community: Community; readonly language: Language; readonly now: Moment },
  clear = false,
): Speaker =>
  makeSpeaker({
    ...{ community, language, inGroup: false, now, names },
    words: clear ? words : new Map([...words].map(([id, text]) => [id, maskPrivate(text)])),
  });

interface Shown {
  readonly community: Community;
  readonly language: Language;
  /** What else it hangs on: the minute, and what names and words read now. */
  readonly key: string;
  readonly row: ShownTicket;
}

const showTicket = (
  ticket: Ticket,
  { community, language, now, speaker }: { community: Community; language: Language; now: Moment; speaker: Speaker },
): ShownTicket => {
  const due = promisedDue(ticket, community);
  return {
    id: ticket.id,
    number: ticket.number,
    critical: ticket.class === 'critical',
    doubted: ticket.phase === 'doubted',
    green: ticket.green !== null,
    category: speaker.category(ticket.category),
    place: speaker.place(ticket.place),
    state: labels[language].states[saidState(ticket)],
    words: speaker.words(ticket.words.slice(0, 1)),
    owner: ticket.claimedBy === null ? null : speaker.name(ticket.claimedBy),
    due: due === null ? null : { at: due, said: speaker.moment(due), late: due < now },
    reported: speaker.time(ticket.reportedAt),
    photos: ticket.photos.length,
  };
};

/** Deadlines and moments are dear to reckon: what was shown within this minute is shown again. */
const shown = new WeakMap<Ticket, Shown>();

/** Tickets as a list shows them. */
export const showTickets = async (
  ports: RowPorts,
  tickets: readonly Ticket[],
  { community, language }: { readonly community: Community; readonly language: Language },
): Promise<readonly ShownTicket[]> => {
  const said = ({ words, place }: Ticket): readonly string[] => [
    ...words.slice(0, 1),
    ...(place.words === null ? [] : [place.words]),
  ];
  const asked = { people: tickets.flatMap(({ claimedBy }) => claimedBy ?? []), words: tickets.flatMap(said) };
  const known = await readFor(ports, asked);
  const now = ports.clock.now().toISOString();
  const speaker = voiceOf(known, { community, language, now });
  return tickets.map((ticket) => {
    const read = [known.names.get(ticket.claimedBy ?? ''), ...said(ticket).map((id) => known.words.get(id))];
    const key = [now.slice(0, 'YYYY-MM-DDTHH:MM'.length), ...read].join('\n');
    const before = shown.get(ticket);
    if (before?.key === key && before.community === community && before.language === language) return before.row;
    const row = showTicket(ticket, { community, language, now, speaker });
    shown.set(ticket, { community, language, key, row });
    return row;
  });
};

const rowsOf = new WeakMap<ShownTicket, Map<string, TicketRow>>();

const withActs = (row: ShownTicket, acts: readonly RowAct[]): TicketRow => {
  const known = rowsOf.get(row) ?? new Map<string, TicketRow>();
  rowsOf.set(row, known);
  const name = acts.join(' ');
  const found = known.get(name) ?? { ...row, acts };
  known.set(name, found);
  return found;
};

/** The same, with what this person can do with each. */
export const ticketRows = async (
  ports: RowPorts,
  tickets: readonly Ticket[],
  view: { readonly person: Person; readonly community: Community; readonly language: Language },
): Promise<readonly TicketRow[]> => {
  const rows = await showTickets(ports, tickets, view);
  return rows.flatMap((row, index) => {
    const ticket = tickets[index];
    return ticket ? [withActs(row, actsOn(ticket, view.person, view.community))] : [];
  });
};
