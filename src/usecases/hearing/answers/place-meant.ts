import type { Community } from '../../../domain/community/community';
import type { Ticket } from '../../../domain/ticket/ticket';
import { foldText } from '../../../domain/understanding/fold-text';
import { placeFrom } from '../../../domain/understanding/place/read-place';
import type { Intent, PlaceReading, Reading } from '../../../domain/understanding/reading';
import type { InboundMessage } from '../../inbound';
import { isPlaceAlone } from '../reporting/is-place-alone';
import { keepPhotos } from '../keep-parts';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';
import { placeOf } from '../reporting/read-place';

/** Longer than any place. A long message is a matter of its own. */
const longestPlace = 40;

/** What people also say to Linli when it has asked where. */
export const notPlaces: readonly Intent[] = ['thanks', 'ask-person', 'ask-status', 'balance'];

/** What people put before the place when they were asked for one. */
const lead = /^(?:没有?(?:别的|什么|啥)?地方|不知道(?:怎么说)?|[就在是哦嗯呃啊]|[\s，,。])+/u;

const atHome =
  /^(?:我|俺|咱)们?家?(?:楼[上下]|门[口前]|里|隔壁|对门|对面|这[栋楼层]+|那[栋楼层]+|单元|阳台|厨房|卫生间)+[那这边里儿呀啊呢\s，,。.!！]*$/u;

/** "没有地方，就是我家楼上". */
const isAtHome = (said: string): boolean => atHome.test(said.replace(lead, ''));

/** A report of something else, made before the question was answered. */
const isAnotherMatter = (said: string, { intent, category, place }: Reading, ticket: Ticket, { policy }: Community) => {
  const [best] = category;
  if (intent !== 'report' || best === undefined || isAtHome(said) || isPlaceAlone(said, place)) return false;
  return best.share >= policy.categoryShare && best.id !== ticket.category;
};

/** Asked where it is, people say nothing but the place: no report that a place would have to be found in. */
const wholePlace = (said: string): PlaceReading => {
  const spot = said.replace(lead, '');
  return placeFrom(foldText(spot), spot, { from: 0, to: spot.length, kind: 'named' });
};

/** The answer to "where is it". Null: it is none. */
export const placeMeant = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, reading, person, community }: FreeMessage,
  ticket: Ticket,
): Meant | null => {
  const spot = inbound.location ? `定位 ${inbound.location.lat.toFixed(5)},${inbound.location.lng.toFixed(5)}` : text;
  if (spot.trim() === '' || spot.length > longestPlace || notPlaces.includes(reading.intent)) return null;
  if (isAnotherMatter(spot, reading, ticket, community)) return null;
  const meant = (isAtHome(spot) ? null : reading.place) ?? wholePlace(spot);
  const asked = placeOf(ports, meant, ticket.id, person, community);
  const photos = keepPhotos(ports, inbound, ticket.id);
  return { command: { kind: 'place', by: person, place: asked.place }, documents: { words: asked.words, photos } };
};
