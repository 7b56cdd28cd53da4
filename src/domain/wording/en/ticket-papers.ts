import type { PapersKey, PapersParams, PapersRefusal } from '../papers-params';
import type { Catalogue, Speaker } from '../params';
import { head, howToAsk, lines } from './phrases';

/** Papers are called what they are called on paper. */
export const namesOf = (papers: readonly string[]): string => papers.map((paper) => `"${paper}"`).join(', ');

const numbered = (papers: readonly string[]): string =>
  papers.map((paper, index) => `${index + 1}. "${paper}"`).join('\n');

const howToBring = (bringTo: string | null): string =>
  `Send me photos; only those who handle it see them. What cannot be photographed: bring it to ${bringTo === null ? "the community's service desk" : `"${bringTo}"`}.`;

const missingLine = ({ listed, words }: PapersParams['ticket.papers-missing-noted'], s: Speaker): string =>
  listed.length > 0 ? `Still missing of the list: ${namesOf(listed)}.` : `One more is needed: "${s.words(words)}".`;

/** Papers of an application: what residents and handlers hear. */
export const ticketPapers = {
  'ticket.papers': (p, s) =>
    lines(
      head(p, s),
      'Received, thank you. This needs papers; here is the whole list:',
      numbered(p.papers),
      howToBring(p.bringTo),
      `The clock starts when all are there, and you hear the day; if they do not come before ${s.moment(p.until)}, this is closed for now.`,
      `To send them, reply "补充 #${p.number}" with photos; if you lack one or are not sure, reply "人工".`,
    ),
  'ticket.papers-remind': (p, s) =>
    lines(
      `${head(p, s)}: your papers are still waited for.`,
      numbered(p.papers),
      p.words.length === 0 ? null : `Said later: "${s.words(p.words)}".`,
      howToBring(p.bringTo),
      `If they do not come before ${s.moment(p.until)}, this is closed; you can ask again any time.`,
      `To send them, reply "补充 #${p.number}" with photos; to drop it, "撤回 #${p.number}".`,
    ),
  'ticket.papers-brought': (p, s) =>
    p.complete
      ? lines(head(p, s), 'The papers are complete, and the work is under way.', howToAsk(p.number))
      : lines(
          head(p, s),
          'The papers came; only those who handle it see them. You will hear whether all are there.',
          `For more, reply "补充 #${p.number}" with photos.`,
        ),
  'ticket.papers-look': (p, s) =>
    lines(
      `${p.again ? 'Not looked at yet: ' : ''}${head(p, s)}`,
      `Papers came from the reporter${p.photos > 0 ? ` (photos: ${p.photos})` : ''}${p.words.length > 0 ? `: "${s.words(p.words)}"` : '.'}`,
      `The list: ${namesOf(p.papers)}. Please look by ${s.moment(p.due)}.`,
      `All there: reply "齐了 #${p.number}". If not: "还缺 #${p.number} WHICH".`,
    ),
  'ticket.papers-complete': (p, s) =>
    p.yours
      ? lines(
          head(p, s),
          `The papers are complete. The clock starts now: please finish by ${s.moment(p.due)}.`,
          `When it is done, reply "办结 #${p.number}" with a line.`,
        )
      : lines(
          head(p, s),
          `Your papers are complete, thank you. Work begins now; you hear by ${s.moment(p.due)}.`,
          howToAsk(p.number),
        ),
  'ticket.papers-missing': (p, s) =>
    lines(
      head(p, s),
      missingLine(p, s),
      p.listed.length > 0 ? null : 'The list should have said so at once; we are sorry.',
      howToBring(p.bringTo),
      `Any time before ${s.moment(p.until)}: reply "补充 #${p.number}" with photos; if not sure, "人工".`,
    ),
  'ticket.papers-missing-noted': (p, s) =>
    lines(
      head(p, s),
      p.listed.length > 0
        ? `The reporter was told what is missing of the list: ${namesOf(p.listed)}.`
        : `The reporter was told. Papers beyond the list were asked for ${p.times} time(s) in this matter; your reason is kept.`,
      'You hear when they come; nothing to do now.',
    ),
  'ticket.papers-lapsed': (p, s) =>
    p.yours
      ? lines(head(p, s), 'The papers never came: closed for missing papers, nothing more to do.')
      : lines(
          head(p, s),
          'The papers never came, and this is closed for now, for missing papers.',
          'If you still want it, say so any time and we begin anew.',
        ),
} satisfies Pick<Catalogue, PapersKey>;

export const papersRefusals = {
  'refused.no-papers': (p, s) =>
    lines(
      head(p, s),
      `This needs no papers, so there is no "${p.verb}"; nothing was changed.`,
      `To see its steps, reply "查 #${p.number}".`,
    ),
  'refused.papers': (p, s) =>
    lines(
      head(p, s),
      `The papers are not complete (${namesOf(p.papers)}), so it cannot be done yet; nothing was changed.`,
      `When all are there, reply "齐了 #${p.number}" first; if it cannot be done, "退 #${p.number} 因为 …".`,
    ),
} satisfies Pick<Catalogue, PapersRefusal>;
