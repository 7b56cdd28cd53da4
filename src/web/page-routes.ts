import { figuresRoutes } from './board/figures-routes';
import { listRoutes } from './board/list-routes';
import { operationsRoutes } from './board/operations-routes';
import { setupRoutes } from './board/setup-routes';
import { ticketRoutes } from './board/ticket-routes';
import { todayRoutes } from './board/today-routes';
import type { PageRoute } from './pages/page-route';
import { signInRoutes } from './pages/sign-in-routes';
import { lookRoutes } from './public/look-routes';
import { ownRoutes } from './public/own-routes';
import { publicRoutes } from './public/public-routes';

type Needs = Parameters<typeof operationsRoutes>[0] &
  Parameters<typeof figuresRoutes>[0] &
  Parameters<typeof listRoutes>[0] &
  Parameters<typeof setupRoutes>[0] &
  Parameters<typeof ticketRoutes>[0] &
  Parameters<typeof todayRoutes>[0] &
  Parameters<typeof signInRoutes>[0] &
  Parameters<typeof lookRoutes>[0] &
  Parameters<typeof ownRoutes>[0] &
  Parameters<typeof publicRoutes>[0];

/** Every page of the program; a new part's routes are one line here. */
export const pageRoutes = (needs: Needs): readonly PageRoute[] => [
  ...signInRoutes(needs),
  ...todayRoutes(needs),
  ...figuresRoutes(needs),
  ...listRoutes(needs),
  ...ticketRoutes(needs),
  ...publicRoutes(needs),
  ...lookRoutes(needs),
  ...setupRoutes(needs),
  ...operationsRoutes(needs),
  ...ownRoutes(needs),
];
