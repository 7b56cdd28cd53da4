import { readPlan } from './read-plan';

/** A Friday, 9:00 in Shanghai. */
const friday = '2026-11-20T01:00:00.000Z';
const nine = '2026-11-21T01:00:00.000Z';
const eleven = '2026-11-21T03:00:00.000Z';

const nothing = {
  ...{ title: null, place: null, from: null, to: null, needed: null, roles: [] },
  ...{ pointsPerHour: null, requirements: [], weekly: null, purposes: [] },
};

test.each([
  [
    'Saturday 9 am to 11 am sweep the garden, 12 people',
    { from: nine, to: eleven, title: 'sweep the garden', needed: 12 },
  ],
  [
    'Sweep the garden, tomorrow 9 to 11 am, 2 volunteers',
    { from: nine, to: eleven, title: 'Sweep the garden', needed: 2 },
  ],
  [
    'every Saturday 9:00 to 11:00 Sweep at the Square for 6 people, 15 points an hour, to the residents group',
    {
      ...{ from: nine, to: eleven, title: 'Sweep', place: 'square', needed: 6, pointsPerHour: 15 },
      ...{ weekly: true, purposes: ['residents'] },
    },
  ],
  [
    'first aid on 21 November 2 to 3 pm trained, adults only, no limit',
    {
      ...{ from: '2026-11-21T06:00:00.000Z', to: '2026-11-21T07:00:00.000Z', title: 'first aid', needed: 999 },
      requirements: ['trained', 'adult'],
    },
  ],
  ['15 people', { needed: 15 }],
  ['-5 people', {}],
  ['1000000000000 people', {}],
  ['abc', { title: 'abc' }],
])('%s', (words, expected) => {
  expect(readPlan(words, friday)).toEqual({ ...nothing, ...expected });
});
