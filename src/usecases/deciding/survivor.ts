import { Ticket } from '../../domain/ticket/ticket';
import type { Matters, Stored } from '../ports';

/** More merges in a row than any matter has. */
const longestChain = 50;

/** The ticket that this one follows, through however many merges; itself when it follows none. */
export const survivorOf = async (matters: Pick<Matters, 'load'>, stored: Stored<unknown>): Promise<Stored<Ticket>> => {
  let found: Stored<Ticket> = { ...stored, state: Ticket.parse(stored.state) };
  for (let step = 0; step < longestChain && found.state.merged; step += 1) {
    const next = await matters.load(found.state.merged.into);
    if (!next) break;
    found = { ...next, state: Ticket.parse(next.state) };
  }
  return found;
};
