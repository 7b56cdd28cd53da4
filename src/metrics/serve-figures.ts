import { createFiguresText, type LookedAt } from './look-at-stores';
import type { Meters } from './meters';

/** What the web needs to show the figures, and to count its own requests among them. */
export const serveFigures = (meters: Meters, of: LookedAt, token: string | null) => ({
  text: createFiguresText(of, meters),
  token,
  onRequest: ({ method, route, status, seconds }: { method: string; route: string; status: number; seconds: number }) =>
    meters.httpSeconds.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
});
