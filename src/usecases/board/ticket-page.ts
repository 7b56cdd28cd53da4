import type { Community, Person } from '../../domain/community/community';
import type { AreaId, Moment, PhotoId } from '../../domain/ids';
import { coarseArea } from '../../domain/open-data/public-ticket';
import { scheduleTicket } from '../../domain/ticket/clocks/schedule-ticket';
import { Ticket } from '../../domain/ticket/ticket';
import { TicketEvent } from '../../domain/ticket/ticket-event';
import { en } from '../../domain/wording/en';
import { historySteps as stepsInEnglish } from '../../domain/wording/en/history-steps';
import { sayStep } from '../../domain/wording/history-steps';
import type { Language } from '../../domain/wording/say-moment';
import type { Speaker } from '../../domain/wording/params';
import { zh } from '../../domain/wording/zh';
import { historySteps as stepsInChinese } from '../../domain/wording/zh/history-steps';
import { whyOf } from '../hearing/telling/ticket-lists';
import type { Matters, Photos } from '../ports';
import { refsOf } from '../sending/render-say';
import { maySee } from './may-see';
import { speakerFor, ticketRows, type RowPorts, type TicketRow } from './ticket-row';

export interface TicketPagePorts extends RowPorts {
  readonly matters: Pick<Matters, 'byNumber' | 'events' | 'loadMany'>;
  readonly photos: Pick<Photos, 'byId' | 'read' | 'voicesOf' | 'readVoice'>;
}

export interface TicketPage {
  readonly row: TicketRow;
  /** Where it is, as far as an area of the tree is known. */
  readonly area: AreaId | null;
  /** All that was said of it, in order. */
  readonly words: readonly string[];
  readonly photos: readonly PhotoId[];
  readonly proof: readonly PhotoId[];
  readonly voices: readonly PhotoId[];
  readonly reporters: readonly { readonly name: string; readonly role: string; readonly at: string }[];
  readonly handlers: readonly string[];
  readonly history: readonly { readonly at: Moment; readonly time: string; readonly what: string }[];
  /** What `为什么` says in chat. */
  readonly why: string;
  /** What time will do, as points on a line. */
  readonly ahead: readonly { readonly at: Moment; readonly time: string }[];
  readonly related: readonly { readonly number: number; readonly what: 'merged-into' | 'absorbed' }[];
}

interface View {
  readonly person: Person;
  readonly community: Community;
  readonly language: Language;
}

/** The ticket of a number, where it is this person's to see; null otherwise, and nobody learns which. */
export const ticketFor = async (
  { matters }: Pick<TicketPagePorts, 'matters'>,
  number: number,
  { person, community }: Pick<View, 'person' | 'community'>,
): Promise<Ticket | null> => {
  const stored = await matters.byNumber(number);
  if (stored?.ref.kind !== 'ticket') return null;
  const ticket = Ticket.parse(stored.state);
  return maySee(ticket, person, community) ? ticket : null;
};

/** The people and words that a history speaks of: found by letting it speak. */
const refsOfHistory = (ticket: Ticket, events: readonly TicketEvent[]) =>
  refsOf({
    wording: 'ticket.history',
    params: {
      ...{ number: ticket.number, category: ticket.category, place: ticket.place, state: 'reported', events },
      ...{ due: null, owner: ticket.claimedBy, reopenings: 0 },
    },
  });

const historyOf = (events: readonly TicketEvent[], language: Language, speaker: Speaker): TicketPage['history'] =>
  events.flatMap((event) => {
    const what = sayStep(language === 'zh' ? stepsInChinese : stepsInEnglish, event, speaker);
    return what === '' ? [] : [{ at: event.at, time: speaker.time(event.at), what }];
  });

const relatedOf = ({ merged, absorbed }: Ticket): TicketPage['related'] => [
  ...(merged ? [{ number: merged.number, what: 'merged-into' as const }] : []),
  ...absorbed.map(({ number }) => ({ number, what: 'absorbed' as const })),
];

/** Everything of one ticket that its page shows to this person; null: not theirs to see. */
export const ticketPage = async (ports: TicketPagePorts, number: number, view: View): Promise<TicketPage | null> => {
  const ticket = await ticketFor(ports, number, view);
  if (!ticket) return null;
  const { community, language } = view;
  const events = (await ports.matters.events(ticket.id)).map((event) => TicketEvent.parse(event));
  const why = whyOf(ticket, community);
  const refs = [refsOfHistory(ticket, events), refsOf(why)];
  const speaker = await speakerFor(ports, community, language, {
    people: [
      ...refs.flatMap(({ people }) => people),
      ...ticket.reporters.map(({ person }) => person),
      ...ticket.handlers,
    ],
    words: [...refs.flatMap(({ words }) => words), ...ticket.words],
  });
  const [row] = await ticketRows(ports, [ticket], view);
  if (!row) return null;
  return {
    row,
    area: coarseArea(community, ticket.place.area)?.id ?? null,
    words: ticket.words.map((id) => speaker.words([id])),
    photos: ticket.photos,
    proof: ticket.resolution?.photos ?? [],
    voices: await ports.photos.voicesOf(ticket.id),
    reporters: ticket.reporters.map(({ person, role, at }) => ({
      ...{ name: speaker.name(person), role: speaker.role(role), at: speaker.time(at) },
    })),
    handlers: ticket.handlers.map((person) => speaker.name(person)),
    history: historyOf(events, language, speaker),
    why: (language === 'zh' ? zh : en)['ticket.why'](why.params, speaker),
    ahead: scheduleTicket(ticket, community).map(({ at }) => ({ at, time: speaker.time(at) })),
    related: relatedOf(ticket),
  };
};

/** A photo of a ticket that is theirs to see: without metadata, and a picture by its bytes. */
export const photoFor = async (
  ports: TicketPagePorts,
  number: number,
  photo: PhotoId,
  size: 'full' | 'preview',
  view: Pick<View, 'person' | 'community'>,
): Promise<Buffer | null> => {
  const ticket = await ticketFor(ports, number, view);
  if (!ticket) return null;
  const own = [...ticket.photos, ...(ticket.resolution?.photos ?? [])];
  return own.includes(photo) ? ports.photos.read(photo, size) : null;
};

/** A voice that came with a ticket that is theirs to see. */
export const voiceFor = async (
  ports: TicketPagePorts,
  number: number,
  voice: PhotoId,
  view: Pick<View, 'person' | 'community'>,
): ReturnType<Photos['readVoice']> => {
  const ticket = await ticketFor(ports, number, view);
  if (!ticket || !(await ports.photos.voicesOf(ticket.id)).includes(voice)) return null;
  return ports.photos.readVoice(voice);
};
