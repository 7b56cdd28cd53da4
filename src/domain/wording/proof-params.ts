import type { PhotoFault } from '../ticket/proving/photo-fault';
import type { Head } from './head';

/** What is said of the photos of finished work. */
export interface ProofParams {
  /** To one on duty: somebody outside thinks that it shows a danger. */
  'ticket.photo-danger': Head;
  'ticket.photo-ask': Head & { fault: PhotoFault };
  /** To who reviews the result. */
  'ticket.photo-doubt': Head & { fault: PhotoFault };
  /** The handler chose; now it is to be sent. */
  'ticket.photo-more': Head & { want: 'photo' | 'reason' };
  'ticket.photo-noted': Head & { photo: boolean };
}

export type ProofKey = keyof ProofParams;
