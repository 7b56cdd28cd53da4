import type { AsInChat } from '../usecases/pages/as-in-chat';
import { createActOnActivity } from '../usecases/board/act-on-activity';
import { createActOnTicket } from '../usecases/board/act-on-ticket';
import { createLookAtNumbers } from '../usecases/board/look-at-numbers';
import { figuresRoutes } from './board/figures-routes';
import { listRoutes } from './board/list-routes';
import { mapRoutes } from './board/map-routes';
import { operationsRoutes } from './board/operations-routes';
import { queueRoutes } from './board/queue-routes';
import { setupRoutes } from './board/setup-routes';
import { erasuresRoutes } from './board/erasures-routes';
import { privateLooksRoutes } from './board/private-looks-routes';
import { ticketRoutes } from './board/ticket-routes';
import { todayRoutes } from './board/today-routes';
import { voiceRoutes } from './board/voice-routes';
import type { PageRoute } from './pages/page-route';
import { signInRoutes } from './pages/sign-in-routes';
import { judgePhotosRoutes } from './public/judge-photos-routes';
import { ownRoutes } from './public/own-routes';
import { publicRoutes } from './public/public-routes';
import { codeRoutes } from './shop/code-routes';
import { shopRoutes } from './shop/shop-routes';
import { ledgerRoutes } from './points/ledger-routes';
import { pointsRoutes } from './points/points-routes';
import { redemptionRoutes } from './points/redemption-routes';
import { activityRoutes } from './volunteers/activity-routes';
import { statementRoutes } from './statement/statement-routes';

type Needs = { readonly asInChat: AsInChat } & Parameters<typeof createLookAtNumbers>[0] &
  Parameters<typeof operationsRoutes>[0] &
  Parameters<typeof figuresRoutes>[0] &
  Parameters<typeof listRoutes>[0] &
  Parameters<typeof mapRoutes>[0] &
  Parameters<typeof setupRoutes>[0] &
  Omit<Parameters<typeof ticketRoutes>[0], 'act' | 'look'> &
  Omit<Parameters<typeof todayRoutes>[0], 'act'> &
  Parameters<typeof signInRoutes>[0] &
  Parameters<typeof judgePhotosRoutes>[0] &
  Parameters<typeof privateLooksRoutes>[0] &
  Parameters<typeof erasuresRoutes>[0] &
  Parameters<typeof ownRoutes>[0] &
  Parameters<typeof codeRoutes>[0] &
  Parameters<typeof shopRoutes>[0] &
  Parameters<typeof statementRoutes>[0] &
  Omit<Parameters<typeof activityRoutes>[0], 'actOnActivity'> &
  Parameters<typeof ledgerRoutes>[0] &
  Parameters<typeof pointsRoutes>[0] &
  Parameters<typeof redemptionRoutes>[0] &
  Parameters<typeof publicRoutes>[0];

/** Every page of the program; a new part's routes are one line here. */
export const pageRoutes = (given: Needs): readonly PageRoute[] => {
  const needs = {
    ...given,
    act: createActOnTicket(given.asInChat),
    look: createLookAtNumbers(given, given.asInChat),
    actOnActivity: createActOnActivity(given.asInChat),
  };
  return [
    ...signInRoutes(needs),
    ...todayRoutes(needs),
    ...figuresRoutes(needs),
    ...listRoutes(needs),
    ...mapRoutes(needs),
    ...ticketRoutes(needs),
    ...voiceRoutes(needs),
    ...publicRoutes(needs),
    ...judgePhotosRoutes(needs),
    ...setupRoutes(needs),
    ...operationsRoutes(needs),
    ...queueRoutes(needs),
    ...privateLooksRoutes(needs),
    ...erasuresRoutes(needs),
    ...ownRoutes(needs),
    ...codeRoutes(needs),
    ...shopRoutes(needs),
    ...statementRoutes(needs),
    ...activityRoutes(needs),
    ...pointsRoutes(needs),
    ...ledgerRoutes(needs),
    ...redemptionRoutes(needs),
  ];
};
