import type { PlanReading } from './plan-reading';
import { readPlan } from './read-plan';

/** A Friday, 9:00. */
const friday = '2026-11-20T01:00:00.000Z';
const nine = '2026-11-21T01:00:00.000Z';
const eleven = '2026-11-21T03:00:00.000Z';

const nothing: PlanReading = {
  ...{ title: null, place: null, from: null, to: null, needed: null, roles: [] },
  ...{ pointsPerHour: null, requirements: [], weekly: null, purposes: [] },
};

test.each<readonly [string, Partial<PlanReading>]>([
  ['周六上午9点到11点 中心花园清扫 要12人', { from: nine, to: eleven, title: '中心花园清扫', needed: 12 }],
  ['中心花园清扫，周六上午九点到十一点，需要十二个人', { from: nine, to: eleven, title: '中心花园清扫', needed: 12 }],
  ['周六上午9点到11点 清扫 12人', { from: nine, to: eleven, title: '清扫', needed: 12 }],
  [
    '每周六上午9点到11点 清扫 在中心花园 要12人，每小时15分，发到志愿者群',
    {
      ...{ from: nine, to: eleven, title: '清扫', place: '中心花园', needed: 12 },
      ...{ pointsPerHour: 15, weekly: true, purposes: ['volunteers'] },
    },
  ],
  [
    '周六上午9点到11点 送米 其中搬运4人、登记2人 要6人',
    {
      ...{ from: nine, to: eleven, title: '送米', needed: 6 },
      roles: [
        { name: '搬运', needed: 4 },
        { name: '登记', needed: 2 },
      ],
    },
  ],
  [
    '周六上午9点到11点 巡逻 成年 培训过 要3人 60岁以上也欢迎',
    { from: nine, to: eleven, title: '巡逻', needed: 3, requirements: ['over-60-welcome', 'trained', 'adult'] },
  ],
  ['要15人', { needed: 15 }],
  ['周六', { title: '周六' }],
  ['人数不限', { needed: 999 }],
  ['清扫 要0人', { title: '清扫' }],
  ['清扫 要-5人 每小时1000000000000分', { title: '清扫' }],
  ['2月30日上午9点到11点 清扫', { title: '清扫' }],
])('%s', (words, expected) => {
  expect(readPlan(words, friday)).toEqual({ ...nothing, ...expected });
});
