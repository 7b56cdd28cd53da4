import type { Catalogue } from '../params';
import { lines } from './phrases';

/** Somebody is missed, looked for, and found. */
export const ticketSearch = {
  'ticket.taken-back': (p) =>
    lines(`#${p.number} 人已找到，这条消息收回了，是为了保护这家人。`, '您存过、转过的，请删掉；不用回复。'),
} satisfies Partial<Catalogue>;
