import { buildingByNumber } from '../domain/community/area-tree';
import type { Community, Person } from '../domain/community/community';
import type { AreaId, MatterId } from '../domain/ids';
import type { Place } from '../domain/ticket/ticket';
import type { PlaceReading } from '../domain/understanding/reading';
import { keepWords } from './keep-parts';
import type { WordsDocument } from './ports';
import type { EnginePorts } from './ports-of-engine';

/** A gate, a square, a station of the community that the words name. */
const placeNamed = (text: string, { areas }: Community): AreaId | null =>
  areas.find(({ kind, name, aliases }) => kind === 'place' && [name, ...aliases].some((known) => text.includes(known)))
    ?.id ?? null;

const areaOf = (reading: PlaceReading, community: Community, person: Person): AreaId | null => {
  if (reading.building) return buildingByNumber(community, reading.building)?.id ?? null;
  return reading.atHome ? person.building : placeNamed(reading.text, community);
};

/** Where it is, as an area of the tree where one is meant, with the reporter's words. */
export const placeOf = (
  ports: EnginePorts,
  reading: PlaceReading | null,
  matter: MatterId,
  person: Person,
  community: Community,
): { readonly place: Place; readonly words: readonly WordsDocument[] } => {
  if (!reading) return { place: { area: null, words: null }, words: [] };
  const words = keepWords(ports, reading.text, matter, person.id, ports.clock.now().toISOString());
  const area = areaOf(reading, community, person);
  return { place: { area, words: words?.id ?? null }, words: words ? [words] : [] };
};
