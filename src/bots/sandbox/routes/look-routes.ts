import type { FastifyInstance } from 'fastify';
import type { Changes } from '../changes';
import { notFound, read } from '../problem';
import { MoveClock, TicketParams } from '../sandbox.requests';

export interface LookRoutesNeeds {
  readonly seenTicket: (number: number) => Promise<object | null>;
  readonly seenBooks: () => Promise<object>;
  readonly seenOutbox: () => Promise<object>;
  readonly seenClock: () => Promise<object>;
  readonly moveClock: (move: MoveClock) => Promise<object>;
  readonly settle: () => Promise<void>;
  readonly changes: Changes;
}

export const lookRoutes = (app: FastifyInstance, needs: LookRoutesNeeds): void => {
  app.get('/sandbox/api/clock', () => needs.seenClock());

  app.post('/sandbox/api/clock', async (request) => {
    const moved = await needs.moveClock(read(MoveClock, request.body));
    needs.changes.tell({ kind: 'clock' });
    return moved;
  });

  app.post('/sandbox/api/settle', async () => {
    await needs.settle();
    return {};
  });

  app.get('/sandbox/api/tickets/:number', async (request) => {
    const { number } = read(TicketParams, request.params);
    const ticket = await needs.seenTicket(number);
    if (ticket === null) throw notFound('ticket', `#${number}`);
    return ticket;
  });

  app.get('/sandbox/api/books', () => needs.seenBooks());
  app.get('/sandbox/api/outbox', () => needs.seenOutbox());
};
