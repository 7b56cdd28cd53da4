import type { Community } from '../../src/domain/community/community';
import { closedKinds, reportedAtOf, said } from './fill';

/** A kind of page, as somebody asks for it; its paths are asked for in turn. */
export interface PageKind {
  readonly name: string;
  readonly person: string;
  readonly paths: readonly string[];
}

/** As many different ones as a list of a community has where people leaf through it. */
const many = 200;

const list = (query: Readonly<Record<string, string>>): string =>
  `/board/tickets?${new URLSearchParams(query).toString()}`;

/** Spread over all of them, the same in every run. */
const spread = (tickets: number): readonly number[] =>
  Array.from({ length: many }, (_, index) => 100 + Math.floor(((tickets - 200) * (index + 0.5)) / many));

/** Each page as a director and as a grid worker would ask for it. */
export const pageKinds = (tickets: number, community: Community): readonly PageKind[] => {
  const numbers = spread(tickets);
  const buildings = community.areas.filter(({ kind }) => kind === 'building').map(({ id }) => id);
  const kinds = closedKinds(community).map(({ id }) => id);
  const words = said.map((text) => text.slice(0, 2));
  const deep = (number: number): string => list({ state: 'all', after: `${reportedAtOf(number, tickets)}~${number}` });
  const director = 'lin-jing';
  return [
    { name: 'the list of what is open', person: director, paths: ['/board/tickets'] },
    { name: 'all of one building', person: director, paths: buildings.map((area) => list({ state: 'all', area })) },
    {
      name: 'one category, closed',
      person: director,
      paths: kinds.map((category) => list({ state: 'closed', category })),
    },
    { name: 'deep in the list', person: director, paths: numbers.map(deep) },
    { name: 'words', person: director, paths: words.map((each) => list({ state: 'all', words: each })) },
    { name: 'a number', person: director, paths: numbers.map((each) => list({ words: String(each) })) },
    { name: 'the list of a grid worker', person: 'wang-fang', paths: ['/board/tickets'] },
    { name: 'today, of a director', person: director, paths: ['/board'] },
    { name: 'today, of a grid worker', person: 'wang-fang', paths: ['/board'] },
    { name: 'the map', person: director, paths: ['/board/map'] },
  ];
};
