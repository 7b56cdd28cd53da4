import type { PersonId, WordsId } from '../../ids';
import type { EventOf } from '../../ticket/ticket-event';
import type { HistorySteps } from '../history-steps';
import type { Speaker } from '../params';
import { toldHow } from './ticket-in-person';
import { papersSteps } from './papers-steps';
import { wayNames } from './ticket-ways';

const quoted = (words: WordsId | null, speaker: Speaker): string =>
  words === null ? '' : `: "${speaker.words([words])}"`;

const named = (people: readonly PersonId[], speaker: Speaker): string =>
  people.length === 0 ? 'nobody found' : people.map((person) => speaker.name(person)).join(', ');

const answer = (event: EventOf<'call-back-answered'>): string => {
  const who = event.for === null ? 'the reporter says' : 'the reporter says on the telephone';
  if (!event.solved) return `${who}: not solved`;
  return `${who}: solved, ${event.satisfied === false ? 'but not satisfied' : 'satisfied'}`;
};

const endings: Readonly<Record<EventOf<'archived'>['reason'], string>> = {
  'called-back': 'closed',
  withdrawn: 'closed as withdrawn',
  refused: 'closed: cannot be done',
  'not-ours': 'closed: not for the community',
  'false-alarm': 'closed as a false alarm',
  'no-answer': 'closed without an answer from the reporter',
  'no-papers': 'closed: the papers never came',
};

const meetingTold: Readonly<Record<EventOf<'meeting-told'>['what'], string>> = {
  remind: 'those invited were reminded of the meeting',
  off: 'the matter is over, the meeting is off',
  minutes: 'asked for the minutes',
};

/** One step in plain words. Those who reported are never named; those who answer for it are. */
export const historySteps: HistorySteps = {
  reported: (event, s) => `${s.role(event.role)} reported it`,
  joined: (event, s) =>
    event.as === 'me-too' ? `${s.role(event.role)} has it too` : `${s.role(event.role)} reported it as well`,
  supplemented: () => 'something was added',
  'officers-named': () => 'what was added names staff: it goes past them',
  corrected: () => 'the reporter put their message right',
  categorised: (event, s) => `sorted under "${s.category(event.category)}"`,
  'danger-confirmed': (event) =>
    event.why === 'time' || event.why === 'unreachable'
      ? 'the reporter did not answer: taken for danger'
      : 'danger confirmed',
  'danger-denied': (event, s) =>
    `${event.why === 'duty' ? `${s.name(event.by)} has looked and` : 'the reporter'} says nobody is in danger: ${s.category(event.category)}`,
  placed: (event, s) => `the place is known: ${s.place(event.place)}`,
  dispatched: (event, s) => `sent to ${s.area(event.desk)} (${named(event.handlers, s)})`,
  'given-to-desk': (event, s) =>
    `given to ${s.area(event.desk)} by ${event.by === null ? 'the rule' : s.name(event.by)}${quoted(event.words, s)}`,
  'approval-asked': (event, s) => `${named(event.to, s)} asked to approve it`,
  assigned: (event, s) => `approved by ${s.name(event.by)}, sent to ${named(event.to, s)}`,
  objected: (event, s) =>
    `given back by ${s.name(event.by)}${quoted(event.words, s)}; ${named(event.to, s)} to send somebody else`,
  'ruling-asked': (event, s) =>
    `${s.name(event.by)} would hand it on again${quoted(event.words, s)}; ${named(event.to, s)} to rule`,
  ruled: (event, s) => `${event.by === null ? 'by rule' : `ruled by ${s.name(event.by)}`}: ${s.name(event.to)} has it`,
  claimed: (event, s) => `taken by ${s.name(event.by)}`,
  'took-charge': (event, s) => `${s.name(event.by)} is in charge`,
  'hands-asked': (event, s) => `${s.name(event.by)} asked for more hands; ${event.to.length} people were called`,
  'reporter-asked': (event, s) => `${s.name(event.by)} asked whoever reported it${quoted(event.words, s)}`,
  noted: (event, s) => `a note${quoted(event.words, s)}`,
  'waiting-began': (event, s) => `waiting until ${s.moment(event.until)}${quoted(event.words, s)}`,
  'waiting-ended': () => 'the work goes on',
  'handed-over': (event, s) => `handed over to ${s.name(event.to)}${quoted(event.words, s)}`,
  raised: (event, s) => `brought to ${named(event.to, s)}${quoted(event.words, s)}`,
  resolved: (event, s) =>
    `done by ${s.name(event.by)}${quoted(event.words, s)}${event.photos.length > 0 ? ' (with a photo)' : ''}`,
  'review-asked': (event, s) => `${named(event.to, s)} asked to review it`,
  'review-passed': (event, s) => `passed by ${s.name(event.by)}`,
  'sent-back': (event, s) => `sent back by ${s.name(event.by)}${quoted(event.words, s)}`,
  'review-lapsed': () => 'nobody reviewed it; whoever reported it is asked',
  supervised: (event, s) => `${s.name(event.by)} asks for an answer by ${s.moment(event.due)}${quoted(event.words, s)}`,
  'call-back-asked': (event) =>
    event.ask > 1 ? `the reporter was asked, time ${event.ask}` : 'the reporter was asked',
  'phone-task-given': (event, s) => `${named(event.to, s)} was asked to telephone`,
  'call-back-answered': (event) => answer(event),
  'not-seen-yet': (event, s) => `the reporter has not looked yet; asked again ${s.moment(event.nextAt)}`,
  reopened: () => 'opened again',
  'call-back-unheard': () => 'the question does not reach whoever reported it',
  'revisit-asked': () => 'asked once more whether it is still fine',
  'still-fine': () => 'the reporter says it is still fine',
  'reopened-often': (event, s) => `not solved ${event.times} times, ${named(event.to, s)} were asked to see to it`,
  awarded: (event) => `${event.points} points for the reporter`,
  notified: (event, s) => `${named(event.to, s)} was told`,
  alarmed: (event) => `alarm ${event.round}: ${event.to.length} people called`,
  'stood-in': (event, s) => `${s.name(event.person)} is away; ${s.name(event.by)} stands in`,
  'class-changed': () => 'matters of this kind have another class of deadlines now',
  'deadline-moved': (event, s) =>
    `working hours or deadlines changed: due by ${s.moment(event.to)} instead of ${s.moment(event.from)}`,
  skipped: (event) => `after an outage, ${event.steps.length} late notices were passed over`,
  withdrawn: () => 'withdrawn by the reporter',
  'refused-with-reason': (event, s) => `${s.name(event.by)} says it cannot be done${quoted(event.words, s)}`,
  'not-ours': (event, s) => `${s.name(event.by)} says it is not for the community${quoted(event.words, s)}`,
  'stood-down': (event, s) =>
    `${s.name(event.by)} ${event.why === 'false-alarm' ? 'found a false alarm' : 'ended the alarm'}${quoted(event.words, s)}`,
  'photo-seen': (event, s) =>
    `a machine thinks the photo shows “${s.category(event.category)}”${event.danger ? `, perhaps a danger; ${named(event.to, s)} was asked to look` : ''}`,
  'photo-checked': (event) =>
    event.fault === null
      ? 'the photo of the finished work was checked'
      : 'the photo does not show that it is done: asked for another or a reason',
  proved: (event, s) => `another photo of the finished work by ${s.name(event.by)}`,
  'photo-explained': (event, s) => `why there is no better photo, by ${s.name(event.by)}${quoted(event.words, s)}`,
  'family-called': (event, s) => `${s.name(event.by)} reached the family`,
  'police-called': (event, s) => `${s.name(event.by)} called 110`,
  returned: (event, s) => `${s.name(event.by)} handed the person over safely`,
  'thanks-passed': () => "the family's thanks were passed on",
  'search-described': (event, s) => `${s.name(event.by)} said whom to look for`,
  'widening-asked': (event, s) => `${named(event.to, s)} asked whether more people may be asked to look`,
  'widening-held': (event, s) => `${s.name(event.by)} would not ask more people yet`,
  'search-called': (event, s) =>
    `${s.name(event.by)} agreed: ${event.groups.length} groups and ${event.people.length} people were asked to look`,
  'lead-given': (event, s) =>
    `${event.found ? 'somebody says the person was found' : 'somebody was seen'}: ${event.place.area === null && event.place.words === null ? 'place not said' : s.place(event.place)}`,
  'find-denied': () => 'looked at: somebody else',
  'family-linked': () => 'the family was recorded',
  'search-ended': (event, s) => `${s.name(event.by)} ended the search; photos and details are taken back`,
  'candidates-shown': (event, s) =>
    event.files.length === 0
      ? `${s.name(event.by)} looked in the ledger, and nobody fits`
      : `${s.name(event.by)} saw ${event.files.length} of the ledger who may be the person`,
  'family-shown': (event, s) => `${s.name(event.by)} saw the family's telephone`,
  'numbers-shown': (event, s) => `${s.name(event.by)} saw the numbers in what was said`,
  'thanks-judged': (event) =>
    event.groups.length > 0 ? "the thanks were said in the riders' group, too" : 'the thanks stay private',
  merged: (event) => `the same as #${event.number}: handled there`,
  absorbed: (event) => `#${event.number} is the same and was merged into this one`,
  unmerged: (event) => `not the same as #${event.number}: handled by itself again`,
  released: (event) => `#${event.number} is not the same and was taken out`,
  'same-asked': (event) => `perhaps the same as #${event.number}: the reporter and the handler were asked`,
  'same-denied': (event) => `the reporter says it is not the same as #${event.number}`,
  'way-chosen': (event, s) => `${s.name(event.by)} chose: ${wayNames[event.way]}${quoted(event.words, s)}`,
  consented: (event) => (event.given ? 'the reporter agrees' : 'the reporter does not agree'),
  'visit-proposed': (event, s) =>
    `${event.side === 'handler' ? s.name(event.by) : 'the reporter'} proposed ${s.moment(event.from)}${quoted(event.words, s)}`,
  'visit-agreed': (event, s) => `agreed to meet ${s.moment(event.from)}`,
  'visit-declined': (event, s) => `${s.moment(event.from)} did not suit`,
  'green-channel': (event, s) =>
    event.by === null ? 'it takes the green channel' : `green channel, by ${s.name(event.by)}${quoted(event.words, s)}`,
  'visit-cancelled': (event, s) => `the appointment was cancelled${quoted(event.words, s)}`,
  'part-asked': (event, s) =>
    `${s.name(event.by)} asked ${event.desk === null ? '' : `${s.area(event.desk)}: `}${named(event.to, s)} to do a part${quoted(event.words, s)}`,
  'part-claimed': (event, s) => `${s.name(event.by)} took the part`,
  'part-noted': (event, s) => `${s.name(event.by)} wrote of the part${quoted(event.words, s)}`,
  'part-declined': (event, s) => `${s.name(event.by)} sent the part back${quoted(event.words, s)}`,
  'part-done': (event, s) =>
    `${s.name(event.by)} finished the part${quoted(event.words, s)}${event.photos.length > 0 ? ' (with a photo)' : ''}`,
  'part-dropped': (event, s) => `${s.name(event.by)} took a part away${quoted(event.words, s)}`,
  'part-stood-in': (event, s) => `${s.name(event.by)} is away; ${s.name(event.to)} does the part`,
  convened: (event, s) =>
    `${s.area(event.desk)} convened ${event.desks.map((desk) => s.area(desk)).join(', ')}, ${s.moment(event.from)}${quoted(event.words, s)}`,
  'meeting-told': (event) => meetingTold[event.what],
  'minutes-taken': (event, s) =>
    `minutes by ${s.name(event.by)}${event.result === null ? '' : event.result === 'solved' ? ', settled' : ', not settled'}${quoted(event.words, s)}${event.photos.length > 0 ? ' (with a photo)' : ''}`,
  'brought-up': (event) => `talked over as #${event.number}`,
  ...papersSteps,
  followed: () => 'somebody follows it',
  unfollowed: () => 'somebody does not follow it any more',
  'told-in-person': (event, s) => `${s.name(event.by)} ${toldHow[event.how]}${quoted(event.words, s)}`,
  archived: (event) => endings[event.reason],
  considered: (event, s) => `${s.name(event.by)} took the suggestion up${quoted(event.words, s)}`,
  planned: (event, s) => `${s.name(event.by)} planned it by ${s.moment(event.until)}${quoted(event.words, s)}`,
  done: (event, s) =>
    `${s.name(event.by)} did it${quoted(event.words, s)}${event.photos.length > 0 ? ' (with a photo)' : ''}`,
  'not-taken-up': (event, s) => `${s.name(event.by)} does not take it up${quoted(event.words, s)}`,
};
