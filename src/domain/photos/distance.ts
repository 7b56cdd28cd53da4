export interface Spot {
  readonly lat: number;
  readonly lng: number;
}

/** The corners of a piece of ground. */
export type Outline = readonly Spot[];

/** Whether a spot lies in a piece of ground: a line from it to the east crosses the edge an odd number of times. */
export const isInside = ({ lat, lng }: Spot, outline: Outline): boolean =>
  outline.filter((one, index) => {
    const other = outline[(index + 1) % outline.length] ?? one;
    if (one.lat > lat === other.lat > lat) return false;
    return lng < one.lng + ((lat - one.lat) / (other.lat - one.lat)) * (other.lng - one.lng);
  }).length %
    2 ===
  1;

/** The middle of its corners. */
export const middleOf = (outline: Outline): Spot | null =>
  outline.length === 0
    ? null
    : {
        lat: outline.reduce((sum, { lat }) => sum + lat, 0) / outline.length,
        lng: outline.reduce((sum, { lng }) => sum + lng, 0) / outline.length,
      };

const earthRadiusMetres = 6_371_000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two spots, along the ground. */
export const metresBetween = (one: Spot, other: Spot): number => {
  const [lat, lng] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const half =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(lng / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(half)));
};
