import { Order } from '../../domain/rewards/order';
import { foldOrder, OrderEvent } from '../../domain/rewards/order-event';
import { orderDue, tickOrder } from '../../domain/rewards/tick-order';
import { Deed } from '../../domain/deeds/deed';
import { DeedEvent, foldDeed } from '../../domain/deeds/deed-event';
import { deedDue, tickDeed } from '../../domain/deeds/tick-deed';
import { foldPointsYear, PointsYear, pointsYearDue, PointsYearEvent } from '../../domain/points/points-year';
import { Service } from '../../domain/timebank/service';
import { foldService, ServiceEvent } from '../../domain/timebank/service-event';
import { serviceDue, tickService } from '../../domain/timebank/tick-service';
import { decision } from '../../domain/decision';
import type { MatterRules } from './matter-rule';

export const orderRules: MatterRules<Order, OrderEvent> = {
  parse: (stored) => Order.parse(stored),
  parseEvent: (stored) => OrderEvent.parse(stored),
  fold: foldOrder,
  tick: (order, now, community) => tickOrder(order, { now, community }),
  nextDue: orderDue,
  index: (order) => ({
    open: order.phase === 'held',
    people: [...new Set([order.person, order.by])],
    owner: null,
    category: null,
    area: null,
  }),
};

export const serviceRules: MatterRules<Service, ServiceEvent> = {
  parse: (stored) => Service.parse(stored),
  parseEvent: (stored) => ServiceEvent.parse(stored),
  fold: foldService,
  tick: (service, now, community) => tickService(service, { now, community }),
  nextDue: serviceDue,
  index: ({ phase, helper, asked, area }) => ({
    open: phase === 'waiting',
    people: [...new Set([helper, ...(phase === 'waiting' ? asked : [])])],
    owner: null,
    category: null,
    area,
  }),
};

export const deedRules: MatterRules<Deed, DeedEvent> = {
  parse: (stored) => Deed.parse(stored),
  parseEvent: (stored) => DeedEvent.parse(stored),
  fold: foldDeed,
  tick: (deed, now, community) => tickDeed(deed, { now, community }),
  nextDue: deedDue,
  index: ({ phase, by, asked }) => ({
    open: phase === 'waiting',
    people: [...new Set([by, ...(phase === 'waiting' ? asked : [])])],
    owner: null,
    category: null,
    area: null,
  }),
};

/** What time does to it depends on the ledger: `tickPointsYear` looks there, page by page. */
export const pointsYearRules: MatterRules<PointsYear, PointsYearEvent> = {
  parse: (stored) => PointsYear.parse(stored),
  parseEvent: (stored) => PointsYearEvent.parse(stored),
  fold: foldPointsYear,
  tick: () => decision<PointsYearEvent>(),
  nextDue: pointsYearDue,
  index: () => ({ open: true, people: [], owner: null, category: null, area: null }),
};
