import type { MatterKind } from '../../domain/decision';
import { seenCompanion } from './look-companion';
import { seenDeed } from './look-deed';
import { seenFund } from './look-fund';
import { seenOrder } from './look-order';
import { seenRound } from './look-round';
import { seenService } from './look-service';
import { seenTicket, type LookTicketNeeds } from './look-ticket';
import { seenActivity } from './look-activity';
import { seenTopic } from './look-topic';

/** Kinds other than tickets: one line a kind. */
const looks: { readonly [K in MatterKind]?: (stored: unknown, needs: LookTicketNeeds) => Promise<object> } = {
  topic: seenTopic,
  order: seenOrder,
  activity: seenActivity,
  service: seenService,
  deed: seenDeed,
  fund: seenFund,
  round: seenRound,
  companion: seenCompanion,
};

/** What has this number, with its history and what time will still do to it. Null: nothing has. */
export const seenMatter = async (number: number, needs: LookTicketNeeds): Promise<object | null> => {
  const stored = await needs.matters.byNumber(number);
  const look = stored && looks[stored.ref.kind];
  return look ? look(stored.state, needs) : seenTicket(number, needs);
};
