import type { CareFile } from '../care/care-file';
import type { CategoryId } from '../community/category';
import type { Person, Role } from '../community/community';
import type { AreaId, ChatId, MatterId, Moment, PersonId, PhotoId, WordsId } from '../ids';
import type { TellInPerson } from './in-person/tell-in-person';
import type { PapersMissing } from './applying/judge-papers';
import type { ConveneMeeting } from './convening/convene-meeting';
import type { TakeMinutes } from './convening/take-minutes';
import type { CallBackAnswer } from './calling-back/answer-call-back';
import type { CorrectReport } from './reporting/correct-report';
import type { DescribeSearch } from './searching/describe-search';
import type { GiveLead } from './searching/give-lead';
import type { WidenSearch } from './searching/widen-search';
import type { AskPart } from './joining/ask-part';
import type { Place } from './ticket';
import type { GreenChannel } from './ways/green-channel';
import type { ChooseWay } from './ways/choose-way';
import type { Finished } from './ways/way-bar';
import type { Candidate } from './identifying/candidate';

/** Everything somebody can say to a ticket, and what it carries. Its rule stands in `command-rules.ts`. */
interface CommandShapes {
  claim: object;
  'take-charge': object;
  resolve: Finished;
  /** 联: what a desk, or a person, does of it. */
  'ask-part': Omit<AskPart, 'by'>;
  'drop-part': Pick<AskPart, 'desk' | 'person' | 'words'>;
  /** 即办. */
  settle: { readonly words: WordsId | null; readonly photos: readonly PhotoId[] };
  /** 代办, 陪办, 上门办. */
  'choose-way': Omit<ChooseWay, 'by'>;
  consent: { readonly yes: boolean };
  /** `from`: the time that was asked. */
  'answer-visit': { readonly yes: boolean; readonly from: Moment };
  'move-visit': Pick<ChooseWay, 'visit' | 'words'>;
  'cancel-visit': { readonly words: WordsId | null };
  tell: Omit<TellInPerson, 'by'>;
  green: Omit<GreenChannel, 'by'>;
  'papers-complete': object;
  'papers-missing': Omit<PapersMissing, 'by'>;
  /** `cycle`: the question's, when a question of ours was answered; one of an earlier cycle is no answer any more. */
  answer: {
    readonly answer: CallBackAnswer;
    readonly cycle?: number;
    readonly words?: WordsId | null;
    /** One of several answers at once: thanked for all of them in one message. */
    readonly quiet?: boolean;
  };
  /** The question how it came out does not reach this reporter. */
  unheard: object;
  /** Asked long after: it is still well. */
  'still-fine': { readonly cycle?: number };
  danger: { readonly danger: boolean; readonly why: 'reporter' | 'unreachable' };
  /** `sentTo`: outside the community, to whom; without it "not ours" goes back to those who arrange. */
  decline: {
    readonly why: 'not-ours' | 'cannot-do';
    readonly words: WordsId | null;
    readonly sentTo?: WordsId | null;
  };
  /** `desk`: beside the ladder. */
  assign: { readonly to: readonly PersonId[]; readonly desk?: AreaId | null };
  'hand-over': { readonly to: Person | null; readonly words: WordsId | null; readonly desk?: AreaId | null };
  pause: { readonly until: Moment; readonly words: WordsId | null };
  resume: object;
  consider: { readonly words: WordsId | null };
  plan: { readonly until: Moment; readonly words: WordsId | null };
  'not-take-up': { readonly words: WordsId | null };
  /** 召集: the branch's meeting; 纪要: what came of it. */
  convene: Omit<ConveneMeeting, 'by'>;
  minutes: Omit<TakeMinutes, 'by'>;
  raise: { readonly words: WordsId | null };
  note: { readonly words: WordsId | null };
  'ask-reporter': { readonly words: WordsId | null };
  'false-alarm': { readonly words: WordsId | null };
  'more-hands': object;
  pass: object;
  'send-back': { readonly words: WordsId | null; readonly parts: readonly string[] };
  supervise: { readonly words: WordsId | null; readonly until: Moment | null };
  withdraw: object;
  join: {
    readonly role: Role;
    readonly group: ChatId | null;
    readonly as: 'reporter' | 'me-too';
    readonly words: readonly WordsId[];
    readonly photos: readonly PhotoId[];
  };
  supplement: { readonly words: readonly WordsId[]; readonly photos: readonly PhotoId[]; readonly quietly: boolean };
  place: { readonly place: Place };
  /** The message that reported it was edited. */
  correct: Omit<CorrectReport, 'by'>;
  categorise: { readonly category: CategoryId };
  /** It is the same matter as ticket `into`. */
  merge: { readonly into: MatterId; readonly as: 'handler' | 'reporter' };
  /** The reporter says that it is not. */
  'not-same': { readonly other: MatterId };
  unmerge: object;
  /** The answer to a failed check of the photos: others, or why there are none. */
  prove: { readonly words: WordsId | null; readonly photos: readonly PhotoId[] };
  /** The family, or the police, know of somebody who was lost. */
  reach: { readonly whom: 'family' | 'police' };
  return: { readonly words: WordsId | null; readonly photos: readonly PhotoId[] };
  thank: { readonly words: WordsId | null };
  /** Somebody is missed: how they are called for, how widely, what was seen, whose they are. */
  search: Omit<DescribeSearch, 'by'>;
  widen: Omit<WidenSearch, 'by'>;
  lead: Omit<GiveLead, 'by'>;
  leads: object;
  found: Omit<GiveLead, 'by'>;
  'deny-find': object;
  'link-family': { readonly person: PersonId | null; readonly words: WordsId | null };
  'show-candidates': { readonly found: readonly Candidate[] };
  /** Null: none of those who were shown. */
  'show-family': { readonly file: CareFile | null };
  /** A neighbour wishes to hear how it goes, or does not any more. */
  follow: object;
  unfollow: object;
  /** Why, of somebody whose matter it is not. */
  'show-numbers': { readonly words: WordsId | null };
  'judge-thanks': { readonly words: WordsId; readonly yes: boolean };
}

export type CommandKind = keyof CommandShapes;

/** A command of these kinds, with the person who gave it. */
export type TicketCommand<K extends CommandKind = CommandKind> = {
  readonly [P in K]: { readonly kind: P; readonly by: Person } & CommandShapes[P];
}[K];
