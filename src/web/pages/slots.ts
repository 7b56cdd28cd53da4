import { randomUUID } from 'node:crypto';
import type { Html } from './page-route';

/** Of this process alone: no words of others can be taken for a slot. */
const own = randomUUID();

/** Stands in a page for the token that its forms are sent with. */
export const csrfSlot = `csrf-${own}`;
/** Stands for the key that makes a form count once: a new one each time the page goes out. */
export const keySlot = `key-${own}`;

/** A page that may go out more than once: all but what is new each time. */
export type Slotted = readonly (Buffer | 'csrf' | 'key')[];

const slots = new RegExp(`(${csrfSlot}|${keySlot})`, 'u');

const pieceOf = (text: string): Slotted[number] =>
  text === csrfSlot ? 'csrf' : text === keySlot ? 'key' : Buffer.from(text);

export const slotted = (text: Html): Slotted => text.split(slots).map(pieceOf);

export const bytesOf = (page: Slotted): number =>
  page.reduce((sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : 0), 0);

/** As it goes out this time. */
export const filled = (page: Slotted, csrf: () => string): Buffer => {
  const own = { csrf: Buffer.from(page.includes('csrf') ? csrf() : ''), key: Buffer.from(randomUUID()) };
  return Buffer.concat(page.map((piece) => (Buffer.isBuffer(piece) ? piece : own[piece])));
};
