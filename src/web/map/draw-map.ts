import { html } from 'ghtml';
import type { Area } from '../../domain/community/community';
import type { AreaId } from '../../domain/ids';
import { middleOf, type Outline, type Spot } from '../../domain/photos/distance';
import type { Tile } from '../../usecases/board/tiles-under';
import type { Html } from '../pages/page-route';

interface Placed {
  readonly area: Area;
  readonly middle: Spot;
  readonly outline: readonly Outline[];
}

export interface MapAsked {
  readonly areas: readonly Area[];
  /** What is to be said of each place; a place of which nothing is said is drawn all the same. */
  readonly counts: ReadonlyMap<AreaId, number>;
  /** For whoever does not see it. */
  readonly title: string;
  /** The only place of interest. */
  readonly here?: AreaId;
  /** Shades by the highest count, not by how much work it is. */
  readonly heat?: boolean;
  /** Pictures of the ground under these spots. */
  readonly tiles?: (spots: readonly Spot[]) => readonly Tile[];
}

const width = 720;
const margin = 48;
const most = 600;

/** Metres are not degrees: a degree east is shorter the farther north one is. */
const project = (spots: readonly Spot[]) => {
  const [lats, lngs] = [spots.map(({ lat }) => lat), spots.map(({ lng }) => lng)];
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [spanX, spanY] = [Math.max((east - west) * narrow, 1e-5), Math.max(north - south, 1e-5)];
  const scale = Math.min((width - 2 * margin) / spanX, (most - 2 * margin) / spanY);
  const height = Math.round(spanY * scale + 2 * margin);
  const place = ({ lat, lng }: Spot) => ({
    x: Math.round(margin + (lng - west) * narrow * scale),
    y: Math.round(margin + (north - lat) * scale),
  });
  return { height, place };
};

type Place = ReturnType<typeof project>['place'];

const shadeOf = (count: number, highest: number, { heat, here }: MapAsked, area: AreaId): string => {
  if (here !== undefined) return area === here ? 'here' : 'calm';
  if (count === 0) return 'calm';
  if (heat === true) return `heat-${Math.max(1, Math.ceil((count / highest) * 4))}`;
  return count < 3 ? 'some' : 'many';
};

const ground = (outline: readonly Outline[], shade: string, place: Place): Html =>
  outline
    .map((ring) => {
      const points = ring.map((spot) => place(spot)).map(({ x, y }) => `${x},${y}`);
      return html`<polygon class="${shade}" points="${points.join(' ')}"></polygon>`;
    })
    .join('');

const mark = ({ area, middle, outline }: Placed, shade: string, count: number, place: Place): Html => {
  const { x, y } = place(middle);
  const shape =
    outline.length > 0
      ? ground(outline, shade, place)
      : area.kind === 'building'
        ? html`<rect class="${shade}" x="${x - 30}" y="${y - 20}" width="60" height="40" rx="6"></rect>`
        : html`<circle class="${shade}" cx="${x}" cy="${y}" r="24"></circle>`;
  return html`<g
    >!${shape}<text x="${x}" y="${y - 2}">${area.name}</text
    ><text class="count" x="${x}" y="${y + 14}">${count === 0 ? '' : count}</text></g
  >`;
};

const picture = ({ href, northWest, southEast }: Tile, place: Place): Html => {
  const [from, to] = [place(northWest), place(southEast)];
  return html`<image
    href="${href}"
    x="${from.x}"
    y="${from.y}"
    width="${to.x - from.x}"
    height="${to.y - from.y}"
    preserveAspectRatio="none"
  />`;
};

const placedOf = (area: Area): readonly Placed[] => {
  const outline = area.outline ?? [];
  const middle = area.at ?? middleOf(outline[0] ?? []);
  return middle ? [{ area, middle, outline }] : [];
};

/**
 * The neighbourhood from what the community itself drew: grids as ground, buildings and places with what is to be said of
 * each; no tile of anybody's, unless the pack names a server. Null: the pack says of nothing where it is.
 */
export const drawMap = (asked: MapAsked): Html | null => {
  const known = asked.areas.flatMap(placedOf);
  const placed = known.filter(({ area }) => area.kind === 'building' || area.kind === 'place');
  if (placed.length === 0) return null;
  const wide = known.filter(({ area, outline }) => ['grid', 'community'].includes(area.kind) && outline.length > 0);
  const spots = [...wide, ...placed].flatMap(({ middle, outline }) => [middle, ...outline.flat()]);
  const { height, place } = project(spots);
  const tiles = asked.tiles?.(spots) ?? [];
  const highest = Math.max(1, ...placed.map(({ area }) => asked.counts.get(area.id) ?? 0));
  const marks = placed.map((each) => {
    const count = asked.counts.get(each.area.id) ?? 0;
    return mark(each, shadeOf(count, highest, asked, each.area.id), count, place);
  });
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${asked.title}">
    !${tiles.map((tile) => picture(tile, place)).join('')}!${wide.map(({ outline }) => ground(outline, 'ground', place))}!${marks}
  </svg>`;
};
