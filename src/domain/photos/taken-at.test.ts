import { momentTaken } from './taken-at';

const local = '2026-11-20T10:00:30';

test('a camera that names its zone is believed, one that does not shows the time of the community', () => {
  expect(momentTaken({ local, offset: '+09:00' }, 'Asia/Shanghai')).toBe('2026-11-20T01:00:30.000Z');
  expect(momentTaken({ local, offset: null }, 'Asia/Shanghai')).toBe('2026-11-20T02:00:30.000Z');
});
