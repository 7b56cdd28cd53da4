import {
  foldGathering,
  openGathering,
  wordsCame,
  type Gathering,
  type GatheringEvent,
} from '../../../domain/gathering/gathering';
import type { Community, Person } from '../../../domain/community/community';
import type { AlsoDecision, Guard, MatterRef } from '../../../domain/decision';
import { foldTicket } from '../../../domain/ticket/apply-ticket-event';
import { isRecent, openGuardId } from '../../../domain/ticket/reporting/duplicate';
import { reportTicket } from '../../../domain/ticket/reporting/report-ticket';
import type { Ticket } from '../../../domain/ticket/ticket';
import { matterOfNumber, type AreaId } from '../../../domain/ids';
import { officersNamed } from '../../../domain/community/officers-named';
import { takesReports } from '../../../domain/ticket/telling/ticket-card';
import { soundsMissing } from '../../../domain/understanding/sounds-missing';
import type { Reading } from '../../../domain/understanding/reading';
import { heard } from '../answer-person';
import { chooseCategory, otherwiseOf } from './choose-category';
import { commandTicket } from '../../deciding/command-ticket';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import { offerSame } from '../../deciding/offer-same';
import { survivorOf } from '../../deciding/survivor';
import { gatheringsFor, ofAlbum } from './find-gathering';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { idsOf, keepPhotos, keepVoices, keepWords, photoIds } from '../keep-parts';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { placeReported } from './read-place';
import { roleIn } from '../speaking';

export interface Reported {
  readonly text: string;
  /** For whom: `代 妈妈 报 …`. */
  readonly onBehalf?: string;
  /** Where that one lives: said "at home", or said nothing of the place. */
  readonly home?: AreaId;
  readonly reading: Reading;
  readonly person: Person;
  readonly community: Community;
}

const gatheringChange = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community }: Reported,
  found: Stored<Gathering> | null,
  ticket: string,
): AlsoDecision => {
  const now = ports.clock.now().toISOString();
  const id = found?.ref.id ?? `gathering-${ports.newId()}`;
  const group = inbound.chat.kind === 'group' ? inbound.chat.id : null;
  const opened = {
    at: now,
    id,
    by: person.id,
    role: roleIn(inbound.chat, person),
    chat: inbound.chat.id,
    group,
    album: inbound.album,
    asksForWords: false,
    photos: [],
  };
  const events: readonly GatheringEvent[] = [
    ...(found ? [] : [openGathering(opened, community.policy)]),
    wordsCame(ticket, now, community.policy),
  ];
  return {
    matter: found?.ref ?? { kind: 'gathering', id, number: null },
    expectedVersion: found?.version ?? 0,
    state: foldGathering(found?.state ?? null, events),
    events,
    says: [],
  };
};

/** The open ticket that this is about, when the same was reported here a short while ago. */
const sameMatter = async (ports: EnginePorts, guard: Guard | null, community: Community): Promise<Ticket | null> => {
  const now = ports.clock.now().toISOString();
  if (!guard?.value?.matter || !isRecent(guard, now, community)) return null;
  const stored = await ports.matters.load(guard.value.matter);
  const ticket = stored && (await survivorOf(ports.matters, stored)).state;
  return ticket && takesReports(ticket) ? ticket : null;
};

/** The sender's gathering that still waits for words. */
const openFor = async (ports: EnginePorts, inbound: InboundMessage): Promise<Stored<Gathering> | null> => {
  const found = ofAlbum(await gatheringsFor(ports, inbound), inbound.album);
  return found && !found.state.ticket ? found : null;
};

/** Null: it was closed meanwhile, so this is a matter of its own. */
const joinReport = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  reported: Reported,
  ticket: Ticket,
): Promise<InboundAnswer | null> => {
  const { person, text } = reported;
  // The same words again add nothing for whoever reads the card.
  const said = await ports.words.byIds(ticket.words);
  const again = said.some((each) => each.text === text);
  const words = again ? null : keepWords(ports, text, ticket.id, person.id, inbound.at);
  const photos = keepPhotos(ports, inbound, ticket.id);
  const gathering = await openFor(ports, inbound);
  const outcome = await commandTicket(
    ports,
    inbound.key,
    ticket.id,
    {
      kind: 'join',
      by: person,
      role: roleIn(inbound.chat, person),
      group: inbound.chat.kind === 'group' ? inbound.chat.id : null,
      as: 'reporter',
      words: idsOf([words]),
      photos: [...(gathering?.state.photos ?? []), ...photoIds(photos)],
    },
    { words: words ? [words] : [], photos },
    () => Promise.resolve([gatheringChange(ports, inbound, reported, gathering, ticket.id)]),
  );
  if (outcome.kind === 'refused' || outcome.kind === 'absent') return null;
  const joined = heard(`同一地点、同一类事刚有人说过，并进 #${ticket.number}`);
  return { ...joined, number: ticket.number };
};

const groupOf = (inbound: InboundMessage, found: Stored<Gathering> | null): string | null =>
  found?.state.group ?? (inbound.chat.kind === 'group' ? inbound.chat.id : null);

/** Words under another photo of an album that was reported already belong to that report. */
const supplementAlbum = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, text }: Reported,
): Promise<InboundAnswer | null> => {
  if (inbound.album === null) return null;
  const found = (await gatheringsFor(ports, inbound)).find(({ state }) => state.album === inbound.album);
  const ticket = found?.state.ticket;
  if (!ticket) return null;
  const words = keepWords(ports, text, ticket, person.id, inbound.at);
  const photos = keepPhotos(ports, inbound, ticket);
  const outcome = await commandTicket(
    ports,
    inbound.key,
    ticket,
    { kind: 'supplement', by: person, words: idsOf([words]), photos: photoIds(photos), quietly: true },
    { words: words ? [words] : [], photos },
  );
  return outcome.kind === 'done' || outcome.kind === 'repeated' ? heard('同一组照片，并进同一件事') : null;
};

const repeated = '这条消息来过了，没有重复记';

const cameBefore = async (ports: EnginePorts, inbound: InboundMessage): Promise<InboundAnswer | null> =>
  (await ports.matters.handled(inbound.key)) ? heard(repeated) : null;

/** Words close what waited for them; an album is remembered, since more of it comes. Otherwise the ticket itself is found. */
const gatheringsAfter = (
  ports: EnginePorts,
  inbound: InboundMessage,
  reported: Reported,
  open: Stored<Gathering> | null,
  ticket: string,
): readonly AlsoDecision[] =>
  open || inbound.album !== null ? [gatheringChange(ports, inbound, reported, open, ticket)] : [];

/** One try: null when somebody was quicker. */
const attempt = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  reported: Reported,
  draw: () => Promise<number>,
): Promise<InboundAnswer | null> => {
  const { community, person, reading } = reported;
  const { category, options } = chooseCategory(reading, community);
  const located = placeReported(ports, reported);
  const nature = reading.intent === 'suggestion' && !reading.critical ? 'suggestion' : 'report';
  const guardId = nature === 'suggestion' ? null : openGuardId(category, located.place.area, community);
  const [open, guards] = await Promise.all([openFor(ports, inbound), guardId ? ports.matters.guards([guardId]) : []]);
  const same = await sameMatter(ports, guards[0] ?? null, community);
  // It may be the ticket that this very message made; a new ticket's commit finds out by itself.
  if (same) return (await cameBefore(ports, inbound)) ?? joinReport(ports, inbound, reported, same);
  const number = await draw();
  const id = matterOfNumber(number);
  const words = keepWords(ports, reported.text, id, person.id, inbound.at);
  const photos = keepPhotos(ports, inbound, id);
  const onBehalf = keepWords(ports, reported.onBehalf ?? '', id, person.id, inbound.at);
  const decision = reportTicket(
    {
      id,
      number,
      nature,
      by: person,
      role: roleIn(inbound.chat, person),
      group: groupOf(inbound, open),
      category,
      options,
      doubt: reading.critical?.doubt ? { otherwise: otherwiseOf(reading, community) } : null,
      place: located.place,
      words: idsOf([words]),
      photos: [...(open?.state.photos ?? []), ...photoIds(photos)],
      about: officersNamed(reported.text, community),
      missing: soundsMissing(reported.text),
      onBehalf: onBehalf?.id ?? null,
      replyTo: inbound.messageId,
      cardReplies: inbound.topic === true,
    },
    { now: ports.clock.now().toISOString(), community, guards: new Map(guards.map((guard) => [guard.id, guard])) },
  );
  const matter: MatterRef = { kind: 'ticket', id, number };
  const outcome = await commitDecision(
    {
      cause: inbound.key,
      matter,
      expectedVersion: 0,
      decision: { ...decision, also: gatheringsAfter(ports, inbound, reported, open, id) },
      state: foldTicket(null, decision.events),
      words: [
        ...[words, onBehalf].filter((kept) => kept !== null),
        ...located.words.map((place) => ({ ...place, matter: id })),
      ],
      photos: [...photos, ...keepVoices(ports, inbound, id)],
    },
    community,
    ports,
  );
  if (outcome.kind === 'conflict') return null;
  if (outcome.kind === 'committed' && nature === 'report') await offerSame(ports, id, `${inbound.key}:same`);
  if (outcome.kind === 'repeated') return heard(...reading.why, repeated);
  return { ...heard(...reading.why, `记成 #${number}`), number };
};

/** A report becomes a ticket, or joins the one that is open here. Decided again when somebody was quicker. */
export const reportMatter = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  reported: Reported,
): Promise<InboundAnswer> => {
  if (inbound.album !== null) {
    const together = (await cameBefore(ports, inbound)) ?? (await supplementAlbum(ports, inbound, reported));
    if (together) return together;
  }
  let drawn: number | null = null;
  const draw = async (): Promise<number> => (drawn ??= await ports.numbers.next());
  return untilCommitted(`report ${inbound.key}`, () => attempt(ports, inbound, reported, draw));
};
