import { PassThrough } from 'node:stream';
import { loadConfig } from '../config';
import { dispatch } from './dispatch';
import type { Verb } from './verb';

const greet: Verb = {
  name: 'greet',
  usage: 'greet NAME',
  what: 'says hello',
  run: ({ args, stdout }) => {
    stdout.write(`hello ${args.join(' ')}`);
    return Promise.resolve(7);
  },
};

const type = async (...words: string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await dispatch([greet], words, { stdin: new PassThrough(), stdout, stderr, config: loadConfig({}) });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
};

test('a verb is run with the words after it, and its exit code is kept', async () => {
  expect(await type('greet', 'Wang', 'Fang')).toEqual({ code: 7, out: 'hello Wang Fang', err: '' });
});

test('an unknown verb is named, with a list of those there are', async () => {
  const { code, out, err } = await type('fly');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('"fly"');
  expect(err).toContain('greet NAME\n      says hello');
});

test('help is no mistake; nothing at all is', async () => {
  expect(await type('help')).toMatchObject({ code: 0, err: '' });
  expect((await type()).code).toBe(2);
});
