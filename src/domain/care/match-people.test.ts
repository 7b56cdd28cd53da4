import { aCommunity } from '../../../test/support/a-community';
import { matchPeople, type Profile } from './match-people';
import { readDescription } from './read-description';

const community = aCommunity();
const aProfile = (number: number, given: Partial<Profile> = {}): Profile => ({
  ...{ number, born: '1944年生', home: '6号楼301', looks: '' },
  ...given,
});
const match = (description: string, profiles: readonly Profile[], area: string | null = 'b6') =>
  matchPeople({ description, area, year: 2026 }, profiles, community);

test.each([
  [
    '一位八十多岁的老太太，花白短发，穿深蓝色的棉外套，拄着拐杖',
    { age: 85, sex: 'woman', clothes: ['蓝衣'], marks: ['白发', '短发', '拐杖'] },
  ],
  ['老爷爷大概75岁，黑裤子红帽子', { age: 75, sex: 'man', clothes: ['黑裤', '红帽'], marks: [] }],
  ['女儿在外地，戴眼镜', { age: null, sex: null, clothes: [], marks: ['眼镜'] }],
  ['6号楼下有位老人好像迷路了', { age: null, sex: null, clothes: [], marks: [] }],
  ['电话13800001234，住3单元', { age: null, sex: null, clothes: [], marks: [] }],
])('%s', (text, expected) => {
  expect(readDescription(text)).toEqual(expected);
});

test('each match says why: clothes, looks, age, near home; the best stands first', () => {
  const profiles = [
    aProfile(101, { home: '1号楼', looks: '高个子' }),
    aProfile(102, { looks: '花白短发，常穿蓝外套' }),
    aProfile(103, { home: '5号楼', born: '1942年生', looks: '白头发' }),
  ];
  expect(match('老人八十多岁，白头发，蓝色上衣', profiles)).toEqual([
    {
      number: 102,
      why: [
        { kind: 'clothes' },
        { kind: 'marks', marks: ['白发'] },
        { kind: 'age' },
        { kind: 'near', how: 'building' },
      ],
    },
    { number: 103, why: [{ kind: 'marks', marks: ['白发'] }, { kind: 'age' }, { kind: 'near', how: 'grid' }] },
    { number: 101, why: [{ kind: 'age' }] },
  ]);
});

test('never more than three, and nobody whom nothing but the grid speaks for', () => {
  const near = [101, 102, 103, 104].map((number) => aProfile(number));
  expect(match('有位老人迷路了', near).map(({ number }) => number)).toEqual([101, 102, 103]);
  expect(match('有位老人迷路了', near, 'b5')).toEqual([]);
  expect(match('有位老人迷路了', near, null)).toEqual([]);
});

test('another sex, or an age that nobody would guess, is another person', () => {
  expect(match('一位老太太', [aProfile(101, { looks: '男，高个子' })])).toEqual([]);
  expect(match('二十岁左右的小伙子', [aProfile(101)])).toEqual([]);
});
