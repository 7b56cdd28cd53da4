import type { Person } from '../../community/community';
import type { Say } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import type { JointParams } from '../../wording/joint-params';
import { isComplainedOf } from '../dispatching/desk-people';
import { roundOf } from '../clocks/round-of';
import { tell, whenAwake } from '../telling/tell';
import { headOf, isShownInGroups } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { holdersOfPart, leadersOf, openParts } from './open-parts';
import type { Part } from './part';
import { partDue } from './part-clock';

type News = JointParams['ticket.part-news']['what'];

/** Those whom a part rests with, without whom the matter complains of. */
export const helpersOf = (part: Part, ticket: Ticket, { community }: TicketContext): readonly PersonId[] =>
  holdersOfPart(part).filter((person) => !isComplainedOf(ticket, person, community));

const askThem = (part: Part, ticket: Ticket, to: readonly PersonId[], context: TicketContext): readonly Say[] =>
  tell(
    to,
    `part.${part.id}.${context.now}`,
    {
      wording: 'ticket.part',
      params: {
        ...headOf(ticket),
        by: part.by,
        desk: part.desk,
        words: [part.words],
        due: partDue(part, ticket, context.community),
      },
    },
    {
      ...whenAwake(ticket, context),
      choices: ['claim', 'decline'],
      photos: isShownInGroups(ticket.category, context.community) ? ticket.photos : [],
    },
  );

/** The part put before those who are asked; what is not for everybody's eyes has no photos. */
export const askHelpers = (part: Part, ticket: Ticket, context: TicketContext): readonly Say[] =>
  askThem(part, ticket, helpersOf(part, ticket, context), context);

/** The same to one who comes later. */
export const askHelper = (part: Part, ticket: Ticket, to: PersonId, context: TicketContext): readonly Say[] =>
  askThem(
    part,
    ticket,
    helpersOf(part, ticket, context).filter((person) => person === to),
    context,
  );

/** What became of a part, to whoever leads the whole; not to the one who said it. */
export const tellLeaders = (
  part: Part,
  ticket: Ticket,
  { what, by, words }: { readonly what: News; readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): readonly Say[] =>
  tell(
    leadersOf(ticket).filter((person) => person !== by.id),
    `part-${what}.${part.id}.${context.now}`,
    {
      wording: 'ticket.part-news',
      params: {
        ...headOf(ticket),
        what,
        by: by.id,
        desk: part.desk,
        words: words === null ? [] : [words],
        photos: what === 'done' && (part.result?.photos.length ?? 0) > 0,
        left: openParts(ticket).length,
      },
    },
    {
      ...whenAwake(ticket, context),
      ...(what === 'done' ? { photos: part.result?.photos ?? [] } : {}),
      ...(what === 'done' && openParts(ticket).length === 0 && ticket.claimedBy !== null
        ? { choices: ['resolve'] }
        : {}),
    },
  );

/** A reviewer sent these back: whoever did them does them again. */
export const sayPartsBack = (
  ticket: Ticket,
  { by, words, parts }: { readonly by: Person; readonly words: WordsId; readonly parts: readonly string[] },
  context: TicketContext,
): readonly Say[] =>
  ticket.parts
    .filter(({ id }) => parts.includes(id))
    .flatMap((part) =>
      tell(
        helpersOf(part, ticket, context),
        `${roundOf(ticket)}.part-back.${part.id}`,
        {
          wording: 'ticket.part-back',
          params: {
            ...headOf(ticket),
            by: by.id,
            desk: part.desk,
            words: [words],
            due: partDue(part, ticket, context.community),
          },
        },
        { ...whenAwake(ticket, context), choices: ['resolve'] },
      ),
    );
