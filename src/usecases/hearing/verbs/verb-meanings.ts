import type { AnchoredVerb } from '../../../domain/understanding/command/command-words';
import { sayHistory, sayWhy } from '../telling/ticket-lists';
import {
  askReporter,
  claim,
  danger,
  decline,
  falseAlarm,
  handOver,
  moreHands,
  noDanger,
  note,
  pause,
  raise,
  resolve,
  resume,
  takeCharge,
} from './handler-verbs';
import { askPart, dropPart } from './joint-verbs';
import { convene, minutes } from './meeting-verbs';
import { merge, unmerge } from './merge-verbs';
import { assign } from './assign-verb';
import { follow, unfollow } from './follow-verbs';
import { tellInPerson } from './tell-verb';
import { papersComplete, papersMissing } from './papers-verbs';
import { pass, sendBack, supervise } from './reviewer-verbs';
import { allDone, meToo, notYet, supplement, withdraw } from './reporter-verbs';
import { family, found, search, sighting, widen } from './search-verbs';
import { familyCalled, passThanks, policeCalled, returnPerson } from './seeking-verbs';
import { consider, notTakeUp, plan } from './suggestion-verbs';
import { accompanied, atHome, cancelVisit, green, moveVisit, onBehalf, settle } from './way-verbs';
import type { VerbMeaning } from './verb-meaning';

/** Words of other matters: said of a ticket, they get its history. */
const ofOthers: VerbMeaning = {
  answer: ({ ports, inbound, ticket, person }) => sayHistory(ports, inbound, ticket, person),
};

/** The same for words of those who work here. */
const ofStaff: VerbMeaning = { handlers: true, ...ofOthers };

/** What each verb means for the ticket it is said of: one line a verb. */
export const verbMeanings: { readonly [V in AnchoredVerb]: VerbMeaning } = {
  claim,
  resolve,
  'hand-over': handOver,
  pause,
  resume,
  raise,
  convene,
  minutes,
  note,
  'ask-reporter': askReporter,
  decline,
  'take-charge': takeCharge,
  'more-hands': moreHands,
  'false-alarm': falseAlarm,
  danger,
  'no-danger': noDanger,
  'stand-down': resolve,
  'ask-part': askPart,
  'drop-part': dropPart,
  settle,
  'on-behalf': onBehalf,
  accompanied,
  'at-home': atHome,
  'move-visit': moveVisit,
  'cancel-visit': cancelVisit,
  green,
  tell: tellInPerson,
  'papers-complete': papersComplete,
  'papers-missing': papersMissing,
  merge,
  unmerge,
  assign,
  consider,
  plan,
  'not-take-up': notTakeUp,
  pass,
  'send-back': sendBack,
  supervise,
  'family-called': familyCalled,
  'police-called': policeCalled,
  return: returnPerson,
  thank: passThanks,
  search,
  widen,
  sighting,
  found,
  family,
  look: { ofMerged: true, answer: ({ ports, inbound, ticket, person }) => sayHistory(ports, inbound, ticket, person) },
  why: { ofMerged: true, answer: ({ ports, inbound, ticket, community }) => sayWhy(ports, inbound, ticket, community) },
  'me-too': meToo,
  follow,
  unfollow,
  'not-yet': notYet,
  'all-done': allDone,
  'next-step': ofStaff,
  withdraw,
  supplement,
  'sign-up': ofOthers,
  'sign-off': ofOthers,
  'show-list': ofOthers,
  'cancel-activity': ofOthers,
  'change-activity': ofOthers,
  'take-back': ofStaff,
  'drop-photo': ofStaff,
};
