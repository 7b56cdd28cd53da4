import fc from 'fast-check';
import type { Person } from '../../src/domain/community/community';
import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { Head } from '../../src/domain/wording/params';
import type { SearchParams } from '../../src/domain/wording/search-params';

type SearchStep =
  | 'search-described'
  | 'widening-asked'
  | 'widening-held'
  | 'search-called'
  | 'lead-given'
  | 'find-denied'
  | 'family-linked'
  | 'search-ended';

const nowhere = { area: null, words: null };

/** What anybody may say while somebody is looked for. */
export const searchCommand = (by: fc.Arbitrary<Person>, words: fc.Arbitrary<string | null>) => {
  const lead = { by, place: fc.constant(nowhere), photos: fc.constant([]), group: fc.constantFrom(null, 'riders') };
  const said = words.map((id) => (id === null ? [] : [id]));
  return fc.oneof(
    fc.record({ kind: fc.constant('search'), by, words, photos: fc.constant([]), lostAt: fc.constant(null) }),
    fc.record({ kind: fc.constant('widen'), by, yes: fc.boolean(), circle: fc.constantFrom(null, 1, 2) }),
    fc.record({ kind: fc.constant('lead'), words: said, ...lead }),
    fc.record({ kind: fc.constant('found'), words: said, ...lead }),
    fc.record({ kind: fc.constantFrom('leads', 'deny-find'), by }),
    fc.record({ kind: fc.constant('link-family'), by, person: fc.constantFrom(null, 'zhao'), words }),
  );
};

/** One of each thing that can happen while somebody is looked for. */
export const searchSteps = (at: string): { readonly [K in SearchStep]: Extract<TicketEvent, { kind: K }> } => {
  const by = { at, by: 'wang' };
  return {
    'search-described': { ...by, kind: 'search-described', words: ['w1'], photos: ['p1'], lostAt: at },
    'widening-asked': { ...by, kind: 'widening-asked', circle: 1, to: ['li'] },
    'widening-held': { ...by, kind: 'widening-held', circle: 2 },
    'search-called': { ...by, kind: 'search-called', circle: 1, groups: ['riders'], people: ['zhao'] },
    'lead-given': {
      ...{ at, by: 'zhao', kind: 'lead-given', place: nowhere },
      ...{ words: ['w1'], photos: [], group: 'riders', found: false },
    },
    'find-denied': { ...by, kind: 'find-denied' },
    'family-linked': { ...by, kind: 'family-linked', person: null, words: 'w2' },
    'search-ended': { ...by, kind: 'search-ended' },
  };
};

/** What the history says of each: neither who saw somebody, nor what the person looks like, nor whose they are. */
export const searchStepsSaid: readonly string[] = [
  '王芳说了要找的人是什么样子',
  '请李强点头，再请更多的人找',
  '王芳说先不请更多的人',
  '王芳同意，请了1个群、1人帮忙找',
  '有人看到了：没说在哪里',
  '看过了，不是要找的人',
  '家里人联系上了，记下了',
  '王芳说不用再找了，照片和资料收回',
];

const bars = ['owner-only', 'no-owner', 'running', 'over', 'not-described', 'all-asked', 'answered'] as const;

/** Every message about somebody who is missed, in each of its forms. */
export const searchSamples = (
  head: Head,
  at: string,
): { readonly [K in keyof SearchParams]: readonly SearchParams[K][] } => {
  const { number, place } = head;
  const described = { words: ['w1'], at, place, photo: true };
  const lead = { at, by: 'zhao', place, words: ['w1'], photos: ['p1'], group: 'riders' };
  const group = { title: '骑手群' };
  const person = { person: 'wang' };
  return {
    'ticket.search-hint': [{ number }],
    'ticket.search-ask': [{ ...head, ...described, circle: 1, groups: ['riders'], people: 2 }],
    'ticket.search-asking': [
      { ...head, to: ['li'] },
      { ...head, to: [] },
    ],
    'ticket.search-call': [
      { number, ...described },
      { number, ...described, place: nowhere, photo: false },
    ],
    'ticket.search-asked': [
      { ...head, by: 'wang', groups: ['riders'], people: 2 },
      { ...head, by: 'wang', groups: [], people: 0 },
    ],
    'ticket.search-held': [{ ...head, by: 'wang' }],
    'ticket.lead-noted': [
      { number, place: null, photo: false },
      { number, place, photo: true },
      { number, place, photo: false },
    ],
    'ticket.lead': [
      { ...head, nth: 1, by: 'zhao', at, spot: place, words: ['w1'] },
      { ...head, nth: 2, by: 'zhao', at, spot: nowhere, words: [] },
    ],
    'ticket.leads': [
      { ...head, leads: [], family: [] },
      {
        ...head,
        leads: [
          { ...lead, nth: 1, found: null },
          { ...lead, nth: 2, found: 'denied', place: nowhere, words: [], photos: [] },
          { ...lead, nth: 3, found: 'said' },
        ],
        family: [
          { person: 'wang', words: null },
          { person: null, words: 'w1' },
        ],
      },
    ],
    'ticket.find-noted': [
      { number, owner: 'wang' },
      { number, owner: null },
    ],
    'ticket.find-said': [
      { ...head, by: 'zhao', spot: place, words: ['w1'], owner: 'wang' },
      { ...head, by: 'zhao', spot: nowhere, words: [], owner: null },
    ],
    'ticket.find-denied': [{ number }],
    'ticket.search-goes-on': [head],
    'ticket.family-linked': [
      { ...head, person: 'wang', words: ['w1'] },
      { ...head, person: null, words: ['w1'] },
    ],
    'ticket.family-linked-you': [{ number, by: 'wang' }],
    'ticket.search-over': [{ number }],
    'ticket.taken-back': [{ number }],
    'ticket.recall-report': [
      { number, posted: [], replaced: [], left: [], waiting: [] },
      { number, posted: ['riders'], replaced: [group], left: [person], waiting: [group] },
    ],
    'ticket.search-wish': [{ yes: true }, { yes: false }],
    'refused.search': bars.flatMap((why) => [
      { number, why, owner: null },
      { number, why, owner: 'wang' },
    ]),
  };
};
