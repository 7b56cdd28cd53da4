import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { VillageLine } from '../wording/round-params';
import type { Household } from './household';
import type { Mark } from './mark';
import { doorOf, markedOf } from './marked-lines';
import type { Round } from './round';
import { staffOf } from './round-staff';
import type { RoundPolicy } from './round-policy';
import { captainOf, inspectorsOf, teamOf } from './team';

export interface When {
  readonly now: Moment;
  readonly community: Community;
  readonly policy: RoundPolicy;
}

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

const later = ({ now, community }: Pick<When, 'now' | 'community'>): Extras => ({
  urgency: 'ordinary',
  ...afterQuietHours(now, community),
});

const sayTo = (person: PersonId, key: string, spoken: Spoken, extras: Extras): Say => ({
  ...{ to: { person }, key, urgency: 'prompt' },
  ...extras,
  ...spoken,
});

const named = ({ number, month }: Round) => ({ number, month });

const plaqueOf = ({ plaque: { zh, en } }: RoundPolicy) => ({ zh, en });

/** Every inspector with the villages that they have to do with. */
const byInspector = (
  villages: readonly VillageLine[],
  { now, community }: When,
): ReadonlyMap<PersonId, readonly VillageLine[]> => {
  const found = new Map<PersonId, VillageLine[]>();
  for (const line of villages) {
    const team = teamOf(line.village, community);
    for (const person of team ? inspectorsOf(team, now, community) : [])
      found.set(person, [...(found.get(person) ?? []), line]);
  }
  return found;
};

/** A team that has villages with nobody in them hears nothing. */
export const saysOfOpened = (
  round: Round,
  villages: readonly VillageLine[],
  closesAt: Moment,
  when: When,
): readonly Say[] => {
  const items = when.policy.items.map(({ zh, en, most }) => ({ zh, en, most }));
  const some = villages.filter(({ households }) => households > 0);
  return [...byInspector(some, when)].map(([person, own]) =>
    sayTo(
      person,
      'opened',
      { wording: 'round.opened', params: { ...named(round), villages: own, items, closesAt } },
      later(when),
    ),
  );
};

export const saysOfReminded = (
  round: Round,
  villages: readonly VillageLine[],
  closesAt: Moment,
  when: When,
): readonly Say[] =>
  [
    ...byInspector(
      villages.filter(({ households, marked }) => marked < households),
      when,
    ),
  ].map(([person, own]) =>
    sayTo(
      person,
      'remind',
      { wording: 'round.remind', params: { ...named(round), villages: own, closesAt } },
      later(when),
    ),
  );

/** A household with its marks, and whom of it a private message reaches; null: a paper card is carried there. */
export interface MarkedHousehold {
  readonly version: number;
  readonly mark: Mark;
  readonly household: Household;
  readonly to: PersonId | null;
}

/** Households of one message: more would be cut off on some platform. */
const cardsOfOneMessage = 30;

const paperSays = (round: Round, paper: readonly MarkedHousehold[], until: Moment, when: When): readonly Say[] => {
  const villages = [...new Set(paper.map(({ household }) => household.village))];
  return villages.flatMap((village) => {
    const team = teamOf(village, when.community);
    const captain = team && captainOf(team, when.now, when.community);
    const lines = paper
      .filter(({ household }) => household.village === village)
      .map(({ household, mark }) => ({ door: household.number, total: mark.total }));
    const parts = Array.from({ length: Math.ceil(lines.length / cardsOfOneMessage) }, (_, part) =>
      lines.slice(part * cardsOfOneMessage, (part + 1) * cardsOfOneMessage),
    );
    return captain === null
      ? []
      : parts.map((part) =>
          sayTo(
            captain,
            `paper.${village}.${part[0]?.door ?? ''}`,
            { wording: 'round.paper', params: { ...named(round), village, lines: part, until } },
            later(when),
          ),
        );
  });
};

/** Each household hears its own marks, in private or by the card that is carried there. */
export const saysOfTold = (
  round: Round,
  batch: readonly MarkedHousehold[],
  until: Moment,
  when: When,
): readonly Say[] => [
  ...batch.flatMap(({ to, mark, household }) =>
    to === null
      ? []
      : [
          sayTo(
            to,
            `marks.${household.id}`,
            {
              wording: 'round.marks',
              params: {
                ...named(round),
                ...markedOf(mark, household, when.policy),
                ...{ points: mark.points, plaque: mark.plaque ? plaqueOf(when.policy) : null, until },
              },
            },
            later(when),
          ),
        ],
  ),
  ...paperSays(
    round,
    batch.filter(({ to }) => to === null),
    until,
    when,
  ),
];

export const saysOfPublished = (round: Round, unmarked: number, until: Moment, when: When): readonly Say[] =>
  staffOf(when.community).map((person) =>
    sayTo(
      person,
      'published',
      {
        wording: 'round.published',
        params: { ...named(round), told: round.told, paper: round.paper, unmarked, until },
      },
      later(when),
    ),
  );

/** Those who have the plaque hear of it; how few marks others had they heard already. */
export const saysOfPosted = (round: Round, batch: readonly MarkedHousehold[], when: When): readonly Say[] =>
  batch.flatMap(({ to, mark, household }) =>
    to === null || !mark.plaque
      ? []
      : [
          sayTo(
            to,
            `plaque.${household.id}`,
            {
              wording: 'round.plaque',
              params: { ...doorOf(household), month: round.month, plaque: plaqueOf(when.policy), total: mark.total },
            },
            later(when),
          ),
        ],
  );

export const saysOfAllPosted = (round: Round, open: number, when: When): readonly Say[] =>
  staffOf(when.community).map((person) =>
    sayTo(
      person,
      'posted',
      {
        wording: 'round.posted',
        params: {
          ...named(round),
          ...{ households: round.posted.count, points: round.posted.points, plaques: round.posted.plaques },
          ...{ plaque: plaqueOf(when.policy), open },
        },
      },
      later(when),
    ),
  );

/** Asked again each day: somebody waits for the points of the household. */
export const saysOfWaiting = (
  round: Round,
  open: readonly Pick<Household, 'village' | 'number'>[],
  when: When,
): readonly Say[] =>
  staffOf(when.community).map((person) =>
    sayTo(
      person,
      `waits.${when.now.slice(0, 10)}`,
      {
        wording: 'round.objections',
        params: { open: open.slice(0, 10).map(doorOf), more: Math.max(0, open.length - 10) },
      },
      later(when),
    ),
  );

export const sayRuled = ({ mark, household, to }: Omit<MarkedHousehold, 'version'>, when: When): readonly Say[] =>
  to === null || mark.ruling === null
    ? []
    : [
        sayTo(
          to,
          `ruled.${household.id}`,
          {
            wording: 'round.ruled',
            params: {
              ...markedOf(mark, household, when.policy),
              ...{ changed: mark.ruling.changed, words: mark.ruling.words === null ? [] : [mark.ruling.words] },
              ...{ points: mark.points, posted: mark.phase === 'posted' },
            },
          },
          later(when),
        ),
      ];
