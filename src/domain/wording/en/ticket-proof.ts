import type { Catalogue } from '../params';
import type { ProofKey, ProofParams } from '../proof-params';
import { head, lines } from './phrases';

const faults: Readonly<Record<ProofParams['ticket.photo-ask']['fault'], string>> = {
  'same-picture': 'The photo of the finished work is the one of the report, so it does not show that it is done.',
  older: 'The photo of the finished work was taken before the report, so it does not show that it is done.',
  elsewhere: 'The photo of the finished work was taken somewhere else, so it does not show that it is done.',
};

/** Whether the photos show that it was done. */
export const ticketProof = {
  'ticket.photo-danger': (p, s) =>
    lines(
      head(p, s),
      'The photo may show somebody in danger. A machine looked at it and may be wrong.',
      'Please look. If it is true, ring 110, 119 or 120 first, then send "急" with where and what: everyone on duty is called.',
    ),
  'ticket.photo-ask': (p, s) =>
    lines(
      head(p, s),
      faults[p.fault],
      'It is noted as done, and the reporter is asked all the same.',
      'To send another photo: 1. To say why there is none: 2.',
    ),
  'ticket.photo-doubt': (p, s) =>
    lines(head(p, s), faults[p.fault], 'Whoever did it is asked for another photo or a reason; you will hear.'),
  'ticket.photo-more': (p, s) =>
    p.want === 'photo'
      ? lines(head(p, s), 'Please send a photo of how it is now.')
      : lines(head(p, s), 'Please write a sentence that says why.'),
  'ticket.photo-noted': (p, s) =>
    lines(
      head(p, s),
      p.photo ? 'We have the photo, thank you.' : 'The reason is noted, thank you.',
      `To see every step, reply "查 #${p.number}".`,
    ),
} satisfies Pick<Catalogue, ProofKey>;
