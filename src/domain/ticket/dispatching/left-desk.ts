import type { Ticket } from '../ticket';

/** No more at the desk beside the ladder that it was given to: its place says whose it is. Nothing where it was at none. */
export const leftDesk = ({ atDesk }: Ticket): Partial<Pick<Ticket, 'desk' | 'atDesk'>> =>
  atDesk === null ? {} : { desk: null, atDesk: null };
