import type { Community, Person } from '../../domain/community/community';
import type { AreaId, Moment, PhotoId } from '../../domain/ids';
import { coarseArea, isPublic } from '../../domain/open-data/public-ticket';
import { scheduleTicket } from '../../domain/ticket/clocks/schedule-ticket';
import { promisedDue } from '../../domain/ticket/clocks/stage-clock';
import { Ticket } from '../../domain/ticket/ticket';
import { TicketEvent } from '../../domain/ticket/ticket-event';
import { isConcernedWith } from '../../domain/ticket/working/is-concerned';
import { en } from '../../domain/wording/en';
import { historySteps as stepsInEnglish } from '../../domain/wording/en/history-steps';
import { nextStep as nextStepInEnglish } from '../../domain/wording/en/ticket-history';
import { sayStep } from '../../domain/wording/history-steps';
import type { Language } from '../../domain/wording/say-moment';
import type { Speaker } from '../../domain/wording/params';
import { zh } from '../../domain/wording/zh';
import { historySteps as stepsInChinese } from '../../domain/wording/zh/history-steps';
import { nextStep as nextStepInChinese } from '../../domain/wording/zh/ticket-history';
import { whyOf } from '../hearing/telling/ticket-lists';
import type { Matters, Photos, Stored } from '../ports';
import type { BoardTickets } from '../ports-of-board';
import type { VoiceFile, VoiceListed } from '../ports-of-voices';
import { refsOf } from '../sending/render-say';
import { maySee, withinOf } from './may-see';
import { hidesNumbers, readFor, ticketRows, voiceOf, type RowPorts, type TicketRow } from './ticket-row';

export interface TicketPagePorts extends RowPorts {
  readonly matters: Pick<Matters, 'byNumber' | 'events' | 'loadMany'>;
  readonly photos: Pick<Photos, 'byId' | 'byIds' | 'read' | 'voicesOf' | 'readVoice'>;
  readonly board: Pick<BoardTickets, 'page'>;
}

export interface TicketPage {
  readonly row: TicketRow;
  /** Where it is, as far as an area of the tree is known. */
  readonly area: AreaId | null;
  /** All that was said of it, in order. */
  readonly words: readonly string[];
  readonly photos: readonly PhotoId[];
  readonly proof: readonly PhotoId[];
  /** So many photos came that could not be had: no photo, too large, or gone. */
  readonly lost: number;
  readonly voices: readonly VoiceListed[];
  readonly reporters: readonly { readonly name: string; readonly role: string; readonly at: string }[];
  readonly handlers: readonly string[];
  readonly history: readonly { readonly at: Moment; readonly time: string; readonly what: string }[];
  /** What `为什么` says in chat. */
  readonly why: string;
  /** What time will do, if nobody does anything, as points on a line; `promised`: by then somebody was told it is done. */
  readonly ahead: readonly {
    readonly at: Moment;
    readonly time: string;
    readonly what: string;
    readonly promised: boolean;
  }[];
  readonly related: readonly {
    readonly number: number;
    readonly what: 'merged-into' | 'absorbed' | 'near';
    readonly title: string;
  }[];
  /** Numbers of telephones and the like are covered in what was said; `own`: no reason is asked for to see them. */
  readonly numbers: { readonly hidden: boolean; readonly own: boolean };
}

/** Open matters of a place that are looked through, and listed; points on the line of time. */
const lookedThrough = 30;
const nearMost = 5;
const pointsMost = 6;

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

const namedBy = ({ reporters, handlers, words }: Ticket, refs: readonly ReturnType<typeof refsOf>[]) => ({
  people: [...refs.flatMap(({ people }) => people), ...reporters.map(({ person }) => person), ...handlers],
  words: [...refs.flatMap((each) => each.words), ...words],
});

const historyOf = (events: readonly TicketEvent[], language: Language, speaker: Speaker): TicketPage['history'] =>
  events.flatMap((event) => {
    const what = sayStep(language === 'zh' ? stepsInChinese : stepsInEnglish, event, speaker);
    return what === '' ? [] : [{ at: event.at, time: speaker.time(event.at), what }];
  });

/** Open matters of the same place, and what this one was joined with. */
const relatedOf = async (
  ports: TicketPagePorts,
  { id, merged, absorbed, place, category }: Ticket,
  view: View,
): Promise<TicketPage['related']> => {
  const everything = { category: null, people: null, without: [], from: null, to: null, open: true };
  const within = withinOf(view.person, view.community);
  const [joined, there] = await Promise.all([
    ports.matters.loadMany([...(merged ? [merged.into] : []), ...absorbed.map(({ id: other }) => other)]),
    place.area === null ? [] : ports.board.page({ ...everything, areas: [place.area], within }, null, lookedThrough),
  ]);
  const seen = (stored: readonly Stored<unknown>[]): readonly Ticket[] =>
    stored.map(({ state }) => Ticket.parse(state)).filter((ticket) => maySee(ticket, view.person, view.community));
  const into = seen(joined);
  const near = seen(there)
    .filter((other) => other.id !== id && into.every((each) => each.id !== other.id))
    .sort((one, other) => Number(other.category === category) - Number(one.category === category))
    .slice(0, nearMost);
  const rows = await ticketRows(ports, [...into, ...near], view);
  return rows.map(({ id: other, number, category: title, place: where, state }) => ({
    ...{ number, title: `${title} ${where} · ${state}` },
    what: other === merged?.into ? 'merged-into' : into.some((each) => each.id === other) ? 'absorbed' : 'near',
  }));
};

const aheadOf = (ticket: Ticket, { community, language }: View, speaker: Speaker): TicketPage['ahead'] => {
  const promised = promisedDue(ticket, community);
  const say = language === 'zh' ? nextStepInChinese : nextStepInEnglish;
  return scheduleTicket(ticket, community)
    .slice(0, pointsMost)
    .map(({ at, kind, stage, level }) => ({
      ...{ at, time: speaker.moment(at), what: say({ at, what: kind, stage, level }), promised: at === promised },
    }));
};

/** The photos of a ticket that can be looked at now or soon, and how many never will be. */
const photosOf = async ({ photos }: TicketPagePorts, { photos: came, resolution }: Ticket) => {
  const proof = resolution?.photos ?? [];
  const states = new Map((await photos.byIds([...came, ...proof])).map(({ id, state }) => [id, state]));
  const isThere = (id: PhotoId): boolean => states.get(id) === 'kept' || states.get(id) === 'wanted';
  return {
    photos: came.filter(isThere),
    proof: proof.filter(isThere),
    lost: [...came, ...proof].filter((id) => !isThere(id)).length,
  };
};

/** Everything of one ticket that its page shows to this person; null: not theirs to see. */
export const ticketPage = async (
  ports: TicketPagePorts,
  number: number,
  view: View,
  /** They look at the numbers too, and that is logged. */
  clear = false,
): Promise<TicketPage | null> => {
  const ticket = await ticketFor(ports, number, view);
  if (!ticket) return null;
  const { community, language } = view;
  const events = (await ports.matters.events(ticket.id)).map((event) => TicketEvent.parse(event));
  const why = whyOf(ticket, community);
  const read = await readFor(ports, namedBy(ticket, [refsOfHistory(ticket, events), refsOf(why)]));
  const speaker = voiceOf(read, { community, language, now: ports.clock.now().toISOString() }, clear);
  const [[row], related] = await Promise.all([ticketRows(ports, [ticket], view), relatedOf(ports, ticket, view)]);
  if (!row) return null;
  return {
    row,
    area: coarseArea(community, ticket.place.area)?.id ?? null,
    words: ticket.words.map((id) => speaker.words([id])),
    ...(await photosOf(ports, ticket)),
    voices: await ports.photos.voicesOf(ticket.id),
    reporters: ticket.reporters.map(({ person, role, at }) => ({
      ...{ name: speaker.name(person), role: speaker.role(role), at: speaker.time(at) },
    })),
    handlers: ticket.handlers.map((person) => speaker.name(person)),
    history: historyOf(events, language, speaker),
    why: (language === 'zh' ? zh : en)['ticket.why'](why.params, speaker),
    ahead: aheadOf(ticket, view, speaker),
    related,
    numbers: { hidden: !clear && hidesNumbers(read), own: isConcernedWith(ticket, view.person) },
  };
};

/** A photo of a ticket that is theirs to see: without metadata, and a picture by its bytes. */
export const photoFor = async (
  ports: TicketPagePorts,
  number: number,
  photo: PhotoId,
  size: 'full' | 'preview',
  view: Pick<View, 'person' | 'community'>,
): Promise<{ readonly bytes: Buffer; readonly mayStay: boolean } | null> => {
  const ticket = await ticketFor(ports, number, view);
  if (!ticket) return null;
  const own = [...ticket.photos, ...(ticket.resolution?.photos ?? [])];
  const bytes = own.includes(photo) ? await ports.photos.read(photo, size) : null;
  return bytes && { bytes, mayStay: isPublic(ticket, view.community) };
};

/** A voice that came with a ticket that is theirs to see. */
export const voiceFor = async (
  ports: TicketPagePorts,
  number: number,
  voice: PhotoId,
  view: Pick<View, 'person' | 'community'>,
): Promise<VoiceFile | null> => {
  const ticket = await ticketFor(ports, number, view);
  if (!ticket || !(await ports.photos.voicesOf(ticket.id)).some(({ id }) => id === voice)) return null;
  return ports.photos.readVoice(voice);
};
