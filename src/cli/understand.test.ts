import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runUnderstand } from './understand';

const run = async (input: string, argv: readonly string[] = []): Promise<string> => {
  const stdout = new PassThrough();
  const said = text(stdout);
  expect(await runUnderstand(Readable.from([input]), stdout, argv)).toBe(0);
  stdout.end();
  return said;
};

test('each line is answered in order, in the stable form', async () => {
  const lines = await run(
    '{"id":"a","text":"3栋楼道灯坏了半个月没人修","group":"residents","photo":false}\n{"id":"b","text":"晚安"}\n',
  );
  const [first, second] = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(Object.keys(first ?? {})).toEqual(['id', 'intent', 'category', 'top', 'critical', 'place', 'share']);
  expect(first).toMatchObject({ id: 'a', intent: 'report', category: 'lamp', critical: false });
  expect(second).toEqual({
    id: 'b',
    intent: 'chatter',
    category: null,
    top: [],
    critical: false,
    place: null,
    share: 0,
  });
});

test('a line that is no JSON is answered, and the next as well', async () => {
  const lines = (await run('not json\n{"id":1,"text":"你好"}\n')).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('error');
});

test('--explain prints a reading for a person', async () => {
  expect(await run('', ['--explain', '3栋楼道灯坏了半个月没人修'])).toMatch(/类别：lamp[\s\S]*依据：/);
});
