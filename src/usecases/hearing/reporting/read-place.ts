import { areaNamedIn, buildingByNumber } from '../../../domain/community/area-tree';
import type { Community, Person } from '../../../domain/community/community';
import type { AreaId, MatterId } from '../../../domain/ids';
import type { Place } from '../../../domain/ticket/ticket';
import type { PlaceReading } from '../../../domain/understanding/reading';
import { keepWords } from '../keep-parts';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';

const areaOf = (reading: PlaceReading, community: Community, person: Person): AreaId | null => {
  if (reading.building) return buildingByNumber(community, reading.building)?.id ?? null;
  if (reading.atHome) return person.building;
  return areaNamedIn(community, reading.text)?.id ?? null;
};

/** "楼道里", "门口": true of every building. Who says no more than that is asked where it is. */
const anywhere =
  /^(?:我们?家?|咱们?家?|俺家?|家里?|[这那][里边个]?|楼道|楼梯间?|过道|走廊|楼[下上里]|单元|电梯|[院门][子里口前外]*|大门|小区|路[边上口]|马路|旁边|对面|附近|[里外前后下上]面?|地[上下]|边|口|的)+$/u;

/** Where it is, as an area of the tree where one is meant, with the reporter's words. */
export const placeOf = (
  ports: EnginePorts,
  reading: PlaceReading | null,
  matter: MatterId,
  person: Person,
  community: Community,
): { readonly place: Place; readonly words: readonly WordsDocument[] } => {
  if (!reading) return { place: { area: null, words: null }, words: [] };
  const area = areaOf(reading, community, person);
  if (area === null && anywhere.test(reading.text)) return { place: { area: null, words: null }, words: [] };
  const words = keepWords(ports, reading.text, matter, person.id, ports.clock.now().toISOString());
  return { place: { area, words: words?.id ?? null }, words: words ? [words] : [] };
};

interface ReportedPlace {
  readonly reading: { readonly place: PlaceReading | null };
  readonly person: Person;
  readonly community: Community;
  /** Where the one lives for whom it is said. */
  readonly home?: AreaId;
}

/** Of a report; for somebody else "at home" is at theirs, and so is what names no place. */
export const placeReported = (
  ports: EnginePorts,
  { reading, person, community, home }: ReportedPlace,
): ReturnType<typeof placeOf> => {
  if (home === undefined) return placeOf(ports, reading.place, 'pending', person, community);
  const found = placeOf(ports, reading.place, 'pending', { ...person, building: home }, community);
  return { ...found, place: { ...found.place, area: found.place.area ?? home } };
};
