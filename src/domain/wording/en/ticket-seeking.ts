import type { Catalogue } from '../params';
import { capital, head, lines } from './phrases';

/** Somebody lost is brought home. */
export const ticketSeeking = {
  'ticket.ask-progress': (p, s) =>
    lines(
      `${head(p, s)}: ${s.name(p.owner)} is on it; no news since ${s.time(p.since)}.`,
      `${capital(s.name(p.owner))} has busy hands and is not asked. You lead those on duty, so you are.`,
      `Please see how it goes and reply "留言 #${p.number}" with a word; for more hands "加人 #${p.number}".`,
    ),
  'ticket.ring-police': (p, s) =>
    lines(
      `${head(p, s)}: ${p.missing === true ? 'nobody has recorded a call to 110' : 'the family is not reached'} yet.`,
      'Please ring 110 now, and say where it is and what the person looks like.',
      `Done? Reply "已报110 #${p.number}"; if you have reached the family, "已联系家属 #${p.number}".`,
    ),
  'ticket.where-are-you': (p) =>
    lines(
      p.missing === true
        ? `#${p.number}: people are looking. We do not know yet where the person was seen last.`
        : `#${p.number}: thank you for staying. We do not know yet where you are.`,
      'If there is danger, ring 110 at once.',
      'Please send your location, or say where it is. A voice message will do.',
    ),
  'ticket.reached': (p, s) =>
    lines(
      `${head(p, s)}: ${s.name(p.by)} has ${p.whom === 'family' ? 'reached the family' : 'called 110'}.`,
      `Once the person is in good hands, reply "交接 #${p.number} 给 …" to record whose.`,
    ),
  'ticket.returned': (p, s) =>
    lines(
      `${head(p, s)}: ${s.name(p.by)} recorded the handover: "${s.words(p.words)}"`,
      `If that is all, reply "解除 #${p.number}" with a word; to pass on the family's thanks, "感谢 #${p.number}" and what they said.`,
    ),
  'ticket.returned-reporter': (p) =>
    lines(
      `#${p.number}: the person is in safe hands, thanks to you.`,
      'You can go on with your day. Thank you for staying.',
    ),
  'ticket.family-thanks': (p, s) =>
    lines(
      `#${p.number}: the family asked us to thank you: "${s.masked(p.words)}"`,
      'You did a good thing. No need to reply.',
    ),
  'ticket.thanks-passed': (p, s) =>
    lines(
      `${head(p, s)}: the thanks went to ${p.count} who reported, without any telephone number or door.`,
      `If there is more to pass on, reply "感谢 #${p.number}" again.`,
    ),
} satisfies Partial<Catalogue>;
