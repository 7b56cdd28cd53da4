import { clock, reported } from '../../../../test/support/a-ticket';
import type { Reporter } from '../reporting/reporter';
import { firstReporterOf } from './tell';

const { ticket } = reported();
const reporter = (person: string, time: string, kind: Reporter['kind'] = 'reporter'): Reporter => ({
  ...{ person, role: 'resident', group: null, at: clock(time), kind },
});
const firstOf = (...reporters: readonly Reporter[]) => firstReporterOf({ ...ticket, reporters });

test('who reported first gets the points, also when that report was merged into a later one', () => {
  expect(firstOf(reporter('zhao', '10:00'), reporter('qian', '10:05'))).toBe('zhao');
  expect(firstOf(reporter('qian', '10:05'), reporter('zhao', '10:00'))).toBe('zhao');
});

test('who only said that they met it too never does', () => {
  expect(firstOf(reporter('qian', '09:00', 'me-too'), reporter('zhao', '10:00'))).toBe('zhao');
  expect(firstOf(reporter('qian', '09:00', 'me-too'))).toBeUndefined();
});
