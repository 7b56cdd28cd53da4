import type { WordsId } from '../../../domain/ids';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import { ownPart } from '../../../domain/ticket/joining/open-parts';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import { idsOf, photoIds } from '../keep-parts';
import { roleIn } from '../speaking';
import { resolveCommand } from './handler-verbs';
import type { Asked, VerbMeaning } from './verb-meaning';

const addTo = ({ person: by, said, photos }: Asked): TicketCommand => ({
  kind: 'supplement',
  by,
  words: idsOf([said]),
  photos: photoIds(photos),
  quietly: false,
});

/** What stands beside "好了" or "还没好" itself. */
const wordsBeside = ({ said, typed }: Asked): WordsId | null =>
  typed.rest !== '' || typed.reason !== '' ? (said?.id ?? null) : null;

/** Whether this person was asked how it came out. */
const answersCallBack = ({ person, ticket }: Asked): boolean =>
  reportersOf(ticket).includes(person.id) && ticket.callBack !== null;

export const supplement: VerbMeaning = { command: addTo };

export const withdraw: VerbMeaning = { command: ({ person: by }) => ({ kind: 'withdraw', by }) };

export const meToo: VerbMeaning = {
  onCard: true,
  command: ({ person: by, inbound }) => ({
    kind: 'join',
    by,
    role: roleIn(inbound.chat, by),
    group: inbound.chat.kind === 'group' ? inbound.chat.id : null,
    as: 'me-too',
    words: [],
    photos: [],
  }),
};

export const notYet: VerbMeaning = {
  onCard: true,
  command: (asked) => {
    if (answersCallBack(asked))
      return { kind: 'answer', by: asked.person, answer: 'not-solved', words: wordsBeside(asked) };
    return asked.said !== null || asked.photos.length > 0 ? addTo(asked) : null;
  },
};

export const allDone: VerbMeaning = {
  onCard: true,
  command: (asked) => {
    if (answersCallBack(asked))
      return { kind: 'answer', by: asked.person, answer: 'solved-satisfied', words: wordsBeside(asked) };
    // The owner's and the helper's "好了" asks what was done, as 办结 does.
    return asked.ticket.claimedBy === asked.person.id || ownPart(asked.ticket, asked.person.id) !== null
      ? resolveCommand(asked)
      : null;
  },
};
