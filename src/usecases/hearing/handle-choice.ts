import type { Person } from '../../domain/community/community';
import { isChoiceId, type ChoiceId } from '../../domain/decision';
import { cycleAsked } from '../../domain/ticket/calling-back/ask-call-back';
import { sayRefusal } from '../../domain/ticket/refusal';
import { headOf } from '../../domain/ticket/telling/ticket-card';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { answerPerson, heard, silence } from './answer-person';
import { bindChosen } from './bind-chat';
import { closeQuestion } from './close-question';
import { survivorOf } from '../deciding/survivor';
import type { Inbound, InboundAnswer } from '../inbound';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { runTicketCommand } from './run-ticket-command';
import { sameChosen } from './same-chosen';
import { roleIn } from './speaking';

const categoryPrefix = 'category-';

type CategoryChoice = Extract<ChoiceId, `category-${string}`>;

const isCategoryChoice = (choice: ChoiceId): choice is CategoryChoice => choice.startsWith(categoryPrefix);

/** What a choice means for the ticket; null where a word or a photo is still missing. */
const commandOf = (choice: ChoiceId, by: Person, inbound: Inbound, row: OutboxRow): TicketCommand | null => {
  if (isCategoryChoice(choice)) return { kind: 'categorise', by, category: choice.slice(categoryPrefix.length) };
  switch (choice) {
    case 'claim':
      return { kind: 'claim', by };
    case 'take-charge':
      return { kind: 'take-charge', by };
    case 'more-hands':
      return { kind: 'more-hands', by };
    case 'false-alarm':
      return { kind: 'false-alarm', by, words: null };
    case 'danger-yes':
    case 'danger-no':
      return { kind: 'danger', by, danger: choice === 'danger-yes', why: 'reporter' };
    case 'solved-satisfied':
    case 'solved-unsatisfied':
    case 'not-solved':
    case 'not-seen-yet': {
      const cycle = cycleAsked(row.say.key);
      return { kind: 'answer', by, answer: choice, ...(cycle === null ? {} : { cycle }) };
    }
    case 'me-too': {
      const group = inbound.chat.kind === 'group' ? inbound.chat.id : null;
      return { kind: 'join', by, role: roleIn(inbound.chat, by), group, as: 'me-too', words: [], photos: [] };
    }
    case 'another-photo':
    case 'no-photo':
