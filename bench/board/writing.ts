import type { mongo } from 'mongoose';

/** More than a neighbourhood of 58,000 households ever brings. */
export const changesPerSecond = 10;
/** Every fiftieth ticket is open; so many of the newest change in turn. */
const [each, changing] = [50, 200];

/** One change after another of open tickets, the newest among them; returns how to end it. */
export const changingTickets = (database: mongo.Db, tickets: number) => (): (() => Promise<void>) => {
  const matters = database.collection<{ _id: string }>('matters');
  const newest = Math.floor(tickets / each) * each;
  let [count, last]: [number, Promise<unknown>] = [0, Promise.resolve()];
  const timer = setInterval(() => {
    const number = newest - (count % changing) * each;
    count += 1;
    last = last.then(() => matters.updateOne({ _id: `demo/ticket-${number}` }, { $inc: { version: 1 } }));
  }, 1000 / changesPerSecond);
  return async () => {
    clearInterval(timer);
    await last;
  };
};
