import { createHash } from 'node:crypto';
import { areaAt } from '../../domain/community/area-at';
import { areaById, areaNamedIn } from '../../domain/community/area-tree';
import type { CategoryId } from '../../domain/community/category';
import type { Community } from '../../domain/community/community';
import type { AreaId, PersonId } from '../../domain/ids';
import type { Spot } from '../../domain/photos/distance';
import type { PlaceReading, Reading } from '../../domain/understanding/reading';
import type { InboundMessage } from '../inbound';
import { lexiconOf, speakerOf } from '../hearing/speaking';
import { reportMatter } from '../hearing/reporting/report-matter';
import type { ApiKey, PostedRequest, PostedRequests } from '../ports-of-open-data';
import type { EnginePorts } from '../ports-of-engine';

/** Everything that came by this interface bears this name. */
export const open311 = 'open311';

/** A service request, read and checked. */
export interface PostRequest {
  readonly key: ApiKey;
  readonly category: CategoryId;
  readonly description: string;
  readonly address: string | null;
  readonly area: AreaId | null;
  readonly spot: Spot | null;
  /** Who asked for it, as the other system knows them. */
  readonly sender: { readonly account: string | null; readonly name: string | null };
  /** A picture, at one of the key's hosts. */
  readonly media: string | null;
}

export interface PostRequestPorts extends EnginePorts {
  readonly posted: PostedRequests;
}

/** The same words again within this are the same request: a client that heard no answer asks again. */
const againMs = 60_000;

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

const causesOf = (request: PostRequest, now: Date): readonly [string, string] => {
  const { key, category, description, address, area, spot, sender, media } = request;
  const same = digest([key.id, category, description, address, area, spot, sender.account, sender.name, media]);
  const minute = Math.floor(now.getTime() / againMs);
  return [`${open311}:${same}:${minute}`, `${open311}:${same}:${minute - 1}`];
};

const bare: Omit<PlaceReading, 'text'> = { building: null, unit: null, room: null, atHome: false };

/** Where it is: the area or the words that were sent, else the named place at that spot, else the spot itself. */
const placeOf = ({ address, area, spot }: PostRequest, community: Community): PlaceReading | null => {
  const named = areaById(community, area) ?? (spot && areaAt(community, spot));
  const words = address?.trim() ?? '';
  if (words !== '' && (named === null || areaNamedIn(community, words))) return { text: words, ...bare };
  if (named) return { text: [named.name, words].join(' ').trim(), ...bare };
  return spot ? { text: `定位 ${spot.lat.toFixed(5)},${spot.lng.toFixed(5)}`, ...bare } : null;
};

/** The other system says what it is; words that cry for help count for more than its choice. */
const readingOf = (ports: EnginePorts, request: PostRequest, text: string, community: Community): Reading => {
  const at = ports.clock.now().toISOString();
  const read = ports.understand({ text, group: 'private', photo: false, at, called: true }, lexiconOf(community));
  const chosen = community.categories.find(({ id }) => id === request.category);
  const critical =
    chosen?.class === 'critical' ? { category: request.category, share: 1, doubt: false } : read.critical;
  return {
    ...read,
    intent: 'report',
    category: [{ id: request.category, share: 1 }],
    critical,
    place: placeOf(request, community) ?? read.place,
    why: [`${request.key.name} 通过 Open311 报来`],
  };
};

const messageOf = async (
  ports: EnginePorts,
  { key, sender, media }: PostRequest,
  text: string,
  cause: string,
): Promise<InboundMessage> => {
  const who = sender.account ?? sender.name;
  const identity = {
    platform: open311,
    account: open311,
    nativeId: who === null ? key.id : `${key.id}/${digest([who]).slice(0, 22)}`,
  };
  const name = sender.name ?? key.name;
  const { person } = await ports.people.identify({ ...identity, name });
  const chat = await ports.chats.resolve({ ...identity, kind: 'private', title: name, person });
  return {
    kind: 'message',
    key: cause,
    chat,
    sender: { person, name, identity },
    at: ports.clock.now().toISOString(),
    messageId: cause,
    text,
    media: media === null ? [] : [{ platform: open311, ref: media, kind: 'photo', mime: null, bytes: null }],
    location: null,
    album: null,
    replyTo: null,
    mentioned: false,
    forwarded: false,
    fromBot: false,
    edited: false,
  };
};

/** The ticket of a report that was committed by somebody who could not note it down. */
const foundAgain = async (ports: EnginePorts, person: PersonId, text: string): Promise<number | null> => {
  const found = await ports.matters.find<{ readonly words?: readonly string[] }>({ kind: 'ticket', person, limit: 20 });
  for (const { ref, state } of found) {
    const words = await ports.words.byIds(state.words ?? []);
    if (words.some((each) => each.by === person && each.text === text)) return ref.number;
  }
  return null;
};

/** A service request becomes a ticket, or joins the one that is open here, as a message in a chat does. */
export const createPostRequest =
  (ports: PostRequestPorts) =>
  async (request: PostRequest): Promise<PostedRequest> => {
    const community = await ports.communities.current();
    const [cause, before] = causesOf(request, new Date());
    const known = (await ports.posted.byCauses([cause, before])).find(({ number }) => number !== null);
    if (known) return known;
    const posted = await ports.posted.begin({ cause, key: request.key.id, token: ports.newId() });
    const category = community.categories.find(({ id }) => id === request.category);
    const text = request.description.trim() || (category?.zh ?? request.category);
    const message = await messageOf(ports, request, text, cause);
    const person = await speakerOf(ports, message, community);
    const reading = readingOf(ports, request, text, community);
    const answer = await reportMatter(ports, message, { text, reading, person, community });
    const number = answer.number ?? (await foundAgain(ports, person.id, text));
    if (number !== null) await ports.posted.became(cause, number);
    return { ...posted, number };
  };
