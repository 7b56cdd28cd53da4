import type { Ticket } from '../ticket';

/** Names what is said once: the cycle, and within it how often the work went back. */
export const roundOf = ({ cycle, sentBack }: Ticket): string => (sentBack === 0 ? `${cycle}` : `${cycle}-${sentBack}`);
