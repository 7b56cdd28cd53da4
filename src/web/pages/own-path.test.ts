import { ownPath } from './own-path';

test.each(['/', '/board', '/board/tickets/101', '/board/tickets?state=open&words=%E5%81%9C#top'])(
  '%s is ours',
  (to) => {
    expect(ownPath(to)).toBe(to);
  },
);

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '\\\\elsewhere.example',
  'javascript:alert(1)',
  '/board\nset-cookie: a=b',
  '/board/../../etc',
  'board',
  '',
])('%j is not', (to) => {
  expect(ownPath(to)).toBeNull();
});
