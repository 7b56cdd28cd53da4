import { html } from 'ghtml';
import type { Area } from '../../domain/community/community';
import type { Spot } from '../../domain/photos/distance';
import type { Html } from '../pages/page-route';

interface Placed {
  readonly name: string;
  readonly kind: Area['kind'];
  readonly at: Spot;
  readonly count: number;
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

const mark = ({ name, kind, count }: Placed, { x, y }: { x: number; y: number }): Html => {
  const shade = count === 0 ? 'calm' : count < 3 ? 'some' : 'many';
  const shape =
    kind === 'building'
      ? html`<rect class="${shade}" x="${x - 30}" y="${y - 20}" width="60" height="40" rx="6"></rect>`
      : html`<circle class="${shade}" cx="${x}" cy="${y}" r="24"></circle>`;
  return html`<g
    >!${shape}<text x="${x}" y="${y - 2}">${name}</text
    ><text class="count" x="${x}" y="${y + 14}">${count === 0 ? '' : count}</text></g
  >`;
};

/** The neighbourhood's buildings and places, each with how many matters are under way there; no tile of anybody's. */
export const drawMap = (areas: readonly Area[], counts: ReadonlyMap<string, number>, title: string): Html | null => {
  const placed = areas.flatMap(({ id, name, kind, at }): readonly Placed[] =>
    at && (kind === 'building' || kind === 'place') ? [{ name, kind, at, count: counts.get(id) ?? 0 }] : [],
  );
  if (placed.length === 0) return null;
  const { height, place } = project(placed.map(({ at }) => at));
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
    !${placed.map((each) => mark(each, place(each.at)))}
  </svg>`;
};
