import type { Person } from '../../domain/community/community';
import { isChoiceId, type ChoiceId } from '../../domain/decision';
import { cycleAsked } from '../../domain/ticket/calling-back/ask-call-back';
import { sayRefusal } from '../../domain/ticket/refusal';
import { headOf } from '../../domain/ticket/telling/ticket-card';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { answerPerson, heard, silence } from './answer-person';
import { keepWords } from './keep-parts';
import { showFamilyOf } from './care/identify-person';
import { answerDigest } from './answers/answer-digest';
import { computerChosen } from './board/computer-chosen';
import { bindChosen } from './people/bind-chat';
import { closeQuestion } from './answers/close-question';
import { survivorOf } from '../deciding/survivor';
import type { Inbound, InboundAnswer } from '../inbound';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { runTicketCommand } from './run-ticket-command';
import { claimChosen } from './people/claim-chosen';
import { activityChosen } from './volunteering/activity-chosen';
import { pairingChosen } from './pairing/handle-pairing';
import { fundChosen } from './fund/judge-fund';
import { deedChosen } from './deeds/run-deed-command';
import { topicChosen } from './council/topic-chosen';
import { rewardChosen } from './rewards/reward-chosen';
import { serviceChosen } from './timebank/service-chosen';
import { thanksChosen } from './answers/thanks-chosen';
import { sameChosen } from './answers/same-chosen';
import { roleIn } from './speaking';
import { searchAnswer } from './answers/search-answer';
import { wayAnswer } from './answers/way-answer';

const categoryPrefix = 'category-';

type CategoryChoice = Extract<ChoiceId, `category-${string}`>;

const isCategoryChoice = (choice: ChoiceId): choice is CategoryChoice => choice.startsWith(categoryPrefix);

const familyPrefix = 'family-';

type FamilyChoice = Extract<ChoiceId, `family-${number}`>;

const isFamilyChoice = (choice: ChoiceId): choice is FamilyChoice => choice.startsWith(familyPrefix);

const assignPrefix = 'assign-';

const isAssignChoice = (choice: ChoiceId): choice is Extract<ChoiceId, `assign-${string}`> =>
  choice.startsWith(assignPrefix);

/** The cycle that the question was about. */
const askedIn = (row: OutboxRow): { readonly cycle?: number } => {
  const cycle = cycleAsked(row.say.key);
  return cycle === null ? {} : { cycle };
};

/** What a choice means for the ticket; null where a word or a photo is still missing. */
const commandOf = (
  choice: Exclude<ChoiceId, FamilyChoice>,
  by: Person,
  inbound: Inbound,
  row: OutboxRow,
): TicketCommand | null => {
  if (isCategoryChoice(choice)) return { kind: 'categorise', by, category: choice.slice(categoryPrefix.length) };
  if (isAssignChoice(choice)) return { kind: 'assign', by, to: [choice.slice(assignPrefix.length)] };
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
    case 'not-seen-yet':
      return { kind: 'answer', by, answer: choice, ...askedIn(row) };
    case 'back-again':
      return { kind: 'answer', by, answer: 'not-solved', ...askedIn(row) };
    case 'still-fine':
      return { kind: 'still-fine', by, ...askedIn(row) };
    case 'agree':
    case 'disagree':
      return searchAnswer(row, choice === 'agree', by) ?? wayAnswer(row, choice === 'agree', by);
    case 'me-too': {
      const group = inbound.chat.kind === 'group' ? inbound.chat.id : null;
      return { kind: 'join', by, role: roleIn(inbound.chat, by), group, as: 'me-too', words: [], photos: [] };
    }
    case 'papers-complete':
      return { kind: 'papers-complete', by };
    case 'pass':
      return { kind: 'pass', by };
    case 'send-back':
    case 'another-photo':
    case 'no-photo':
    case 'resolve':
    case 'decline':
    case 'sign-up':
    case 'all-came':
    case 'coming':
    case 'not-coming':
    case 'all-solved':
    case 'one-by-one':
      return null;
    case 'yes':
    case 'no':
      return searchAnswer(row, choice === 'yes', by);
  }
};

const stillNeeded = (choice: ChoiceId) => {
  if (choice === 'decline') return { kind: 'needs-reason', verb: '退' } as const;
  if (choice === 'send-back') return { kind: 'needs-reason', verb: '驳回' } as const;
  return { kind: 'needs-words', verb: '办结' } as const;
};

/** Pressing 办结, 退回 or 驳回 says what is still needed; the next message of the person is then taken as that. */
const askForMore = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  choice: ChoiceId,
): Promise<InboundAnswer> => {
  if (choice === 'another-photo' || choice === 'no-photo') {
    const want = choice === 'another-photo' ? 'photo' : 'reason';
    const spoken = { wording: 'ticket.photo-more', params: { ...headOf(ticket), want } } as const;
    await answerPerson(ports, inbound, spoken, { question: true });
    return heard(`#${ticket.number}：等他发照片或说原因`);
  }
  await answerPerson(ports, inbound, sayRefusal(ticket, stillNeeded(choice)), { question: true });
  return heard(`#${ticket.number}：还要一句话或一张照片`);
};

/** A press, or the same choice typed as a number or a word: it is the row's question that is answered. */
export const handleChoice = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: string,
  person: Person,
  /** What was said behind it. */
  beside = '',
): Promise<InboundAnswer> => {
  if (row.person !== null && row.person !== person.id) return silence('这个按钮是问别人的');
  if (!isChoiceId(choice)) return silence('不认识的选择');
  if (choice === 'all-solved' || choice === 'one-by-one') return answerDigest(ports, inbound, row, choice, person);
  const answer = await act(ports, inbound, row, choice, person, beside);
  // Only now: an answer that an outage swallowed comes again and must find its question open.
  await closeQuestion(ports, inbound, row);
  return answer;
};

const act = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  person: Person,
  beside: string,
): Promise<InboundAnswer> => {
  const ofOther =
    (await claimChosen(ports, inbound, row, choice, person)) ??
    (await topicChosen(ports, inbound, row, choice, person)) ??
    (await serviceChosen(ports, inbound, row, choice, person)) ??
    (await pairingChosen(ports, inbound, row, choice, person)) ??
    (await deedChosen(ports, inbound, row, choice, person)) ??
    (await fundChosen(ports, inbound, row, choice, person)) ??
    (await rewardChosen(ports, inbound, row, choice, person)) ??
    (await activityChosen(ports, inbound, row, choice, person));
  if (ofOther) return ofOther;
  const asksOfFind = row.say.card === undefined && row.say.wording === 'ticket.find-said';
  if (!asksOfFind && (choice === 'yes' || choice === 'no'))
    return (
      (await thanksChosen(ports, inbound, row, choice, person)) ??
      (await sameChosen(ports, inbound, row, choice, person)) ??
      (await computerChosen(ports, inbound, row, choice, person)) ??
      bindChosen(ports, inbound, row, choice, person)
    );
  const stored = row.matter && (await ports.matters.load(row.matter.id));
  if (stored?.ref.kind !== 'ticket') return silence('这张卡片说的事已经没有了');
  const ticket = (await survivorOf(ports.matters, stored)).state;
  if (isFamilyChoice(choice))
    return showFamilyOf(ports, inbound, ticket, { by: person, place: Number(choice.slice(familyPrefix.length)) });
  const command = commandOf(choice, person, inbound, row);
  if (!command) return askForMore(ports, inbound, ticket, choice);
  const words = keepWords(ports, beside, ticket.id, person.id, ports.clock.now().toISOString());
  return words && command.kind === 'answer'
    ? runTicketCommand(ports, inbound, ticket, { ...command, words: words.id }, { words: [words], photos: [] })
    : runTicketCommand(ports, inbound, ticket, command);
};
