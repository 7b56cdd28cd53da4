import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import type { Papers } from './papers';

const withPapers = (ticket: Ticket, change: (papers: Papers) => Papers): Ticket => ({
  ...ticket,
  papers: ticket.papers && change(ticket.papers),
});

/** Its reporters bring again, and what they bring is looked at again: reminders of both are new ones. */
const missing = (ticket: Ticket, { at, by, words, listed, until }: EventOf<'papers-missing'>): Ticket => ({
  ...withPapers(ticket, (papers) => ({
    ...papers,
    askedAt: at,
    until,
    broughtAt: null,
    completeAt: null,
    more: listed.length === 0 ? [...papers.more, { words, by, at }] : papers.more,
  })),
  cycle: ticket.cycle + 1,
  notices: ticket.notices.filter(({ step }) => !step.startsWith('papers.') && !step.startsWith('resolve.')),
});

export const applyingFolds: Folds<'papers-asked' | 'papers-brought' | 'papers-missing' | 'papers-complete'> = {
  'papers-asked': (ticket, { at, papers, until }) => ({
    ...ticket,
    papers: { listed: papers, askedAt: at, until, broughtAt: null, completeAt: null, more: [] },
  }),
  'papers-brought': (ticket, { at }) =>
    withPapers(ticket, (papers) => ({ ...papers, broughtAt: papers.broughtAt ?? at })),
  'papers-missing': missing,
  'papers-complete': (ticket, { at }) =>
    withPapers(ticket, (papers) => ({ ...papers, broughtAt: null, completeAt: at })),
};
