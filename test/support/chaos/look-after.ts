import { connectStore } from '../../../src/store/connect.store';
import { createLedger } from '../../../src/store/books/ledger.store';
import type { EventDocument } from '../../../src/store/documents';
import { openTables, type Tables } from '../../../src/store/models';
import type { OutboxDocument } from '../../../src/store/delivery/outbox-document';
import { numberOfMatter } from '../../../src/domain/ids';
import { scopeOf } from '../../../src/store/scope';
import { TicketEvent } from '../../../src/domain/ticket/ticket-event';
import { differencesOf } from '../differences';
import type { TelegramEmulator } from '../telegram/telegram-emulator';
import { telegramPeople } from './chaos-pack';

/** What is found after it all; every list is to be empty. */
export interface Findings {
  readonly tickets: number;
  readonly events: number;
  readonly said: number;
  /** Sends that were interrupted, so that nobody knows whether they arrived. */
  readonly interrupted: number;
  /** Messages that a person saw twice. */
  readonly seenTwice: number;
  readonly wrong: {
    /** Reports that are in no ticket, or in more than one. */
    readonly reports: readonly string[];
    /** Things that happened and that nobody of those concerned was to be told. */
    readonly untold: readonly string[];
    /** Messages that wait, were given up, or count as sent and are nowhere. */
    readonly unsaid: readonly string[];
    /** Messages said more often than their interrupted sends explain. */
    readonly repeated: readonly string[];
    /** Messages of people that nobody dealt with. */
    readonly unheard: readonly string[];
    /** What is stored otherwise than its events make it. */
    readonly differences: readonly string[];
    readonly books: readonly string[];
  };
}

const own = { communityId: 'demo' };

/** Words that came with it, by their ids. */
const wordsIn = (event: TicketEvent): readonly string[] =>
  // What comes with a merged ticket was counted with that one.
  event.kind !== 'absorbed' && 'words' in event && typeof event.words === 'object' && event.words !== null
    ? event.words
    : [];

const reportsWrong = async ({ words, events }: Tables, reported: readonly string[]): Promise<readonly string[]> => {
  const kept = await words.raw.find(own).toArray();
  const takenUp = (await events.raw.find(own).toArray()).flatMap((each) => {
    const event = TicketEvent.safeParse(each.event).data;
    return event ? wordsIn(event) : [];
  });
  const uses = new Map<string, number>();
  for (const id of takenUp) uses.set(id, (uses.get(id) ?? 0) + 1);
  return reported.flatMap((text) => {
    const found = kept.filter((each) => each.text === text);
    const times = found.reduce((sum, { id }) => sum + (uses.get(id) ?? 0), 0);
    return found.length === 1 && times === 1 ? [] : [`“${text}”: kept ${found.length} times, in ${times} tickets`];
  });
};

/** Whom an event says it told. */
const toldBy = (event: TicketEvent): readonly string[] => {
  if ('handlers' in event) return event.handlers;
  return 'to' in event && event.to !== null && typeof event.to !== 'string' ? event.to : [];
};

const untoldOf = (events: readonly EventDocument[], rows: readonly OutboxDocument[]): readonly string[] => {
  const told = new Set(rows.map(({ matter, matterVersion, person }) => `${matter?.id} ${matterVersion} ${person}`));
  const cards = new Set(rows.map(({ matter, say, chat }) => `${matter?.id} ${say.card} ${chat}`));
  return events.flatMap(({ matter, version, event: stored }) => {
    const event = TicketEvent.safeParse(stored).data;
    if (!event) return [];
    const people = toldBy(event).filter((person) => !told.has(`${matter} ${version} ${person}`));
    const cardless =
      event.kind === 'reported' && event.cardGroup !== null && !cards.has(`${matter} group ${event.cardGroup}`);
    return [
      ...people.map((person) => `${matter} version ${version}, ${event.kind}: ${person} was not to be told`),
      ...(cardless ? [`${matter}: no card in its group`] : []),
    ];
  });
};

const isNewMessage = ({ say, coalesced }: OutboxDocument): boolean =>
  !coalesced && (say.card === undefined ? say.retires === undefined && say.recalls === undefined : say.mode === 'send');

const nameOf = ({ id, chat, matter, say }: OutboxDocument): string =>
  `${matter?.id ?? 'no matter'} ${say.key} in ${chat} (row ${id})`;

/** How often each row is to be seen in the sandbox's chats. */
const timesSeen = async ({ sandboxMessages }: Tables): Promise<ReadonlyMap<string, number>> => {
  const found = await sandboxMessages.raw.find({ ...own, from: 'bot' }, { projection: { ours: 1 } }).toArray();
  const times = new Map<string, number>();
  for (const { ours } of found) if (ours !== null) times.set(ours, (times.get(ours) ?? 0) + 1);
  return times;
};

/** A line of a list begins as a card does. */
const headLine = /^#(?<number>\d+) .*｜/u;

/** The matters that lists in the sandbox's groups name, as "chat number": a group that heard much gets several cards as one. */
const listedIn = async ({ sandboxMessages }: Tables): Promise<ReadonlySet<string>> => {
  const found = await sandboxMessages.raw.find({ ...own, from: 'bot' }, { projection: { chat: 1, text: 1 } }).toArray();
  return new Set(
    found.flatMap(({ chat, text }) => {
      const numbers = text.split('\n').flatMap((line) => headLine.exec(line)?.groups?.['number'] ?? []);
      return numbers.length > 1 ? numbers.map((number) => `${chat} ${number}`) : [];
    }),
  );
};

interface Sent {
  readonly unsaid: readonly string[];
  readonly repeated: readonly string[];
  readonly seenTwice: number;
}

const sentInSandbox = (
  rows: readonly OutboxDocument[],
  times: ReadonlyMap<string, number>,
  isListed: (row: OutboxDocument) => boolean,
): Sent => {
  const seen = rows.filter(isNewMessage).map((row) => ({ row, times: times.get(row.id) ?? 0 }));
  return {
    unsaid: seen
      .filter((each) => each.times === 0 && !isListed(each.row))
      .map(({ row }) => `never seen: ${nameOf(row)}`),
    repeated: seen.filter((each) => each.times > 1 + each.row.doubles).map(({ row }) => nameOf(row)),
    seenTwice: seen.reduce((sum, each) => sum + Math.max(0, each.times - 1), 0),
  };
};

/** The platform's adapter keeps "kind:chat:message" or the like; the message comes last. */
const messageIdIn = (name: string): string => name.split(/\D/).at(-1) ?? '';

/** Telegram's people: each row's own message is there, and no more messages than rows and interrupted sends. */
const sentOnTelegram = (rows: readonly OutboxDocument[], chat: number, emulator: TelegramEmulator): Sent => {
  const there = emulator.botMessagesIn(chat);
  const ids = new Set(there.map(({ messageId }) => String(messageId)));
  const news = rows.filter(isNewMessage);
  const most = news.reduce((sum, { sentAs, doubles }) => sum + Math.max(1, sentAs.length) + doubles, 0);
  return {
    unsaid: news
      .filter(({ sentAs }) => !sentAs.some((name) => ids.has(messageIdIn(name))))
      .map((row) => `never seen: ${nameOf(row)}`),
    repeated: there.length > most ? [`${there.length} messages in ${chat}, ${most} explained`] : [],
    seenTwice: Math.max(0, there.length - news.length),
  };
};

const sentEverywhere = async (tables: Tables, rows: readonly OutboxDocument[], emulator: TelegramEmulator) => {
  const [chats, times, listed] = await Promise.all([
    tables.chats.raw.find(own).toArray(),
    timesSeen(tables),
    listedIn(tables),
  ]);
  const nativeOf = new Map(chats.map(({ id, nativeIds }) => [id, nativeIds]));
  /** Only a card for a group goes into a list. */
  const isListed = ({ chat, matter, say }: OutboxDocument): boolean =>
    say.card === 'group' &&
    matter !== null &&
    (nativeOf.get(chat) ?? []).some((native) => listed.has(`${native} ${numberOfMatter(matter.id) ?? ''}`));
  const platformOf = new Map(chats.map(({ id, platform }) => [id, platform]));
  const sent = rows.filter(({ state }) => state === 'sent');
  const onTelegram = telegramPeople.map(({ telegram }) => {
    const ids = chats.filter((chat) => chat.nativeIds.includes(String(telegram))).map(({ id }) => id);
    return sentOnTelegram(
      sent.filter(({ chat }) => ids.includes(chat)),
      telegram,
      emulator,
    );
  });
  const inSandbox = sent.filter(({ chat }) => platformOf.get(chat) === 'sandbox');
  return [sentInSandbox(inSandbox, times, isListed), ...onTelegram];
};

const unfinished = (rows: readonly OutboxDocument[], now: Date): readonly string[] =>
  rows
    .filter(
      ({ pending, state, holdUntil }) => state === 'given-up' || (pending && (holdUntil === null || holdUntil <= now)),
    )
    .map((row) => `${row.state} (${row.lastError ?? 'no error'}): ${nameOf(row)}`);

const unheardIn = async ({ sandboxMessages }: Tables): Promise<readonly string[]> =>
  (await sandboxMessages.raw.find({ ...own, handled: false }).toArray()).map(({ chat, id }) => `${chat}: ${id}`);

export interface LookedAt {
  readonly mongoUri: string;
  readonly reported: readonly string[];
  readonly emulator: TelegramEmulator;
  /** By the program's clock. */
  readonly now: Date;
}

/** Reads everything that is stored, and everything that people see, and compares. */
export const lookAfter = async ({ mongoUri, reported, emulator, now }: LookedAt): Promise<Findings> => {
  const connection = await connectStore(mongoUri);
  try {
    const tables = openTables(connection);
    const [rows, events] = await Promise.all([
      tables.outbox.raw.find(own).toArray(),
      tables.events.raw.find(own).toArray(),
    ]);
    const sent = await sentEverywhere(tables, rows, emulator);
    const { sum } = await createLedger({ connection, tables, scope: scopeOf(own.communityId) }).books();
    return {
      tickets: await tables.matters.raw.countDocuments({ ...own, kind: 'ticket' }),
      events: events.length,
      said: rows.filter(isNewMessage).length,
      interrupted: rows.reduce((total, { doubles }) => total + doubles, 0),
      seenTwice: sent.reduce((total, { seenTwice }) => total + seenTwice, 0),
      wrong: {
        reports: await reportsWrong(tables, reported),
        untold: untoldOf(events, rows),
        unsaid: [...unfinished(rows, now), ...sent.flatMap(({ unsaid }) => unsaid)],
        repeated: sent.flatMap(({ repeated }) => repeated),
        unheard: await unheardIn(tables),
        differences: await differencesOf(tables),
        books: sum === 0 ? [] : [`the books sum to ${sum}`],
      },
    };
  } finally {
    await connection.close();
  }
};
