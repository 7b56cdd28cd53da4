import type { RoundParams } from '../../src/domain/wording/round-params';

const plaque = { zh: '清洁户', en: 'clean household' };
const items = [
  { zh: '个人', en: 'person', most: 10 },
  { zh: '环境', en: 'surroundings', most: 10 },
] as const;

/** Every message of the household round, in each of its forms. */
export const roundSamples = (at: string): { readonly [K in keyof RoundParams]: readonly RoundParams[K][] } => {
  const month = { number: 130, month: '2026-11' };
  const door = { village: 'grid-2', door: '3' };
  const lane = { village: 'grid-2', door: '东头' };
  const marks = items.map(({ most, ...item }, index) => ({ item, mark: 9 - index, most }));
  const marked = { ...door, marks, total: 17, most: 20 };
  const villages = [
    { village: 'grid-2', households: 20, marked: 3, left: ['4', '5-1'] },
    { village: 'grid-1', households: 2, marked: 2, left: [] },
  ];
  const line = { at, reason: 'inspection', points: 17, balance: 17, number: 130 } as const;
  const notMarked = [
    { kind: 'no-round' },
    { kind: 'which-village' },
    { kind: 'not-inspector', village: 'grid-2' },
    { kind: 'own-household' },
    { kind: 'not-begun', at },
    { kind: 'over', at },
    { kind: 'not-read', left: '' },
    { kind: 'not-read', left: '厨房9' },
    { kind: 'too-many', item: 'person', most: 10 },
    { kind: 'missing', items: ['home'] },
    { kind: 'same' },
  ] as const;
  const notObjected = [
    ...(
      [
        ...(['stranger', 'no-words', 'twice', 'not-objected', 'decided', 'not-staff'] as const),
        ...(['own-household', 'not-told', 'which-household'] as const),
      ] as const
    ).map((kind) => ({ kind })),
    { kind: 'late', at } as const,
  ];
  return {
    'round.opened': [{ ...month, villages, items, closesAt: at }],
    'round.remind': [{ ...month, villages, closesAt: at }],
    'round.progress': [
      { ...month, villages, closesAt: at },
      { ...month, villages, closesAt: null },
    ],
    'round.marked': [
      { ...marked, again: false, photo: null, left: 4, plaque: false },
      { ...marked, again: true, photo: 'kept', left: 0, plaque: true },
      { ...marked, again: false, photo: 'dropped', left: 4, plaque: false },
    ],
    'round.not-marked': notMarked.flatMap((why) => [
      { door: null, why },
      { door, why },
    ]),
    'round.no-household': [
      { said: null, village: null, near: [] },
      { said: '33', village: 'grid-2', near: ['3', '13'] },
    ],
    'round.marks': [
      { ...marked, ...month, points: 17, plaque: null, until: at },
      { ...marked, ...month, points: 20, plaque, until: at },
    ],
    'round.paper': [
      { ...month, village: 'grid-2', lines: [{ door: '3', total: 17 }], until: at },
      { ...month, village: 'grid-2', lines: [{ door: '3', total: null }], until: null },
      { ...month, number: null, village: 'grid-2', lines: [], until: null },
    ],
    'round.published': [{ ...month, told: 20, paper: 12, unmarked: 1, until: at }],
    'round.objected': [
      { ...door, decideBy: at },
      { ...lane, decideBy: null },
    ],
    'round.objection': [{ ...marked, words: ['w1'] }],
    'round.not-objected': notObjected.flatMap((why) => [
      { why, door: null },
      { why, door },
    ]),
    'round.objections': [
      { open: [], more: 0 },
      { open: [door, lane], more: 0 },
      { open: [door], more: 3 },
    ],
    'round.ruled': [
      { ...marked, changed: true, words: ['w2'], points: 17, posted: false },
      { ...marked, changed: false, words: [], points: 17, posted: true },
    ],
    'round.decided': [
      { ...door, changed: true, total: 17 },
      { ...door, changed: false, total: 17 },
    ],
    'round.not-decided': [...notMarked, ...notObjected].flatMap((why) =>
      why.kind === 'no-round' || why.kind === 'which-village'
        ? []
        : [
            { door, why },
            { door: null, why },
          ],
    ),
    'round.posted': [
      { ...month, households: 40, points: 900, plaques: 7, plaque, open: 0 },
      { ...month, households: 39, points: 880, plaques: 7, plaque, open: 1 },
    ],
    'round.plaque': [{ ...door, month: '2026-11', plaque, total: 20 }],
    'round.account': [
      { ...door, balance: 0, lines: [], plaques: 0, plaque, last: null },
      ...(['open', 'objected', 'posted', 'taken-back'] as const).map((phase) => ({
        ...{ ...door, balance: 17, plaques: 1, plaque, last: { month: '2026-11', total: 17, most: 20, phase } },
        lines: [line, { ...line, reason: 'reversal', points: -17, balance: 0, number: null } as const],
      })),
    ],
    'round.taken-back': [
      { ...door, ...month, taken: 17, missing: 0, words: ['w1'], told: true },
      { ...door, ...month, taken: 5, missing: 12, words: ['w1'], told: false },
    ],
    'round.taken-from-you': [
      { ...door, ...month, taken: 17, missing: 0, words: ['w1'] },
      { ...door, ...month, taken: 5, missing: 12, words: ['w1'] },
    ],
    'round.no-account': [{}],
    'round.honours': [
      { month: '2026-11', plaque, lines: [], more: 0 },
      {
        ...{ month: '2026-11', plaque, more: 5 },
        lines: [
          { ...door, name: null, total: 20, times: 2 },
          { ...lane, name: '阳光小院', total: 19, times: 1 },
        ],
      },
    ],
    'round.honours-posted': [{ month: '2026-11', groups: 2, plaque }],
    'round.named': [
      { name: '阳光小院', fits: true },
      { name: null, fits: true },
      { name: '13800000000', fits: false },
    ],
    'round.not-yours': (['open', 'publish', 'link', 'name', 'paper'] as const).map((what) => ({ what })),
    'round.begun': [
      { ...month, begun: true, households: 40 },
      { ...month, begun: false, households: 40 },
    ],
    'round.linked': [
      { ...door, name: '张三', found: 1 },
      { ...door, name: '张三', found: 0 },
      { ...door, name: '张三', found: 2 },
    ],
    'round.state': (['planned', 'marking', 'telling', 'objecting', 'posting', 'deciding', 'done'] as const).map(
      (phase) => ({ ...month, phase, households: 40, told: 12, posted: 0, next: phase === 'done' ? null : at }),
    ),
  };
};
