import type { PlaceReading } from '../../../domain/understanding/reading';

/** "就在老年活动室楼那边": a name may sound like a matter, but nothing is said of it but where. */
export const isPlaceAlone = (said: string, place: PlaceReading | null): boolean =>
  place !== null && /^[就在是到哦嗯呃啊呢那这边里儿处附近旁\s，,。.!！]*$/u.test(said.replace(place.text, ''));
