import { aTicketCommunity } from '../../../test/support/a-ticket';
import { readSubject } from './read-subject';

const community = aTicketCommunity();
const [grid] = community.areas.filter(({ kind }) => kind === 'grid');
const [category] = community.categories;
const name = grid?.name ?? '';
const zh = category?.zh ?? '';
const of = (words: string) => readSubject(words, community);

test('a month, an area and a category, in any order; this month when none is named', () => {
  expect(of('上个月')).toEqual({ asked: 'last', subject: { area: null, category: null } });
  expect(of(name)).toEqual({ asked: 'this', subject: { area: grid?.id, category: null } });
  expect(of(`上月${name}的${zh}`)).toEqual({ asked: 'last', subject: { area: grid?.id, category: category?.id } });
  expect(of(`${grid?.id ?? ''} this month`)).toEqual({ asked: 'this', subject: { area: grid?.id, category: null } });
});

test.each(['邻里社区', '幸福街道'])('%s is everything', (whole) => {
  expect(of(whole)).toEqual({ asked: 'this', subject: { area: null, category: null } });
});

test.each(['写好了吗', '', '本月上月', `${name} 写好了`])('“%s” names nothing', (words) => {
  expect(of(words)).toBeNull();
});
