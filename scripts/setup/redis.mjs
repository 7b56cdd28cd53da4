import * as apt from './apt.mjs';
import { onPath } from './find.mjs';
import { ask, CannotSetUp, say } from './say.mjs';

export const ensureRedis = async () => {
  if (onPath('redis-server') === undefined && apt.mayInstall()) await apt.install('redis-server');
  const found = onPath('redis-server');
  if (found === undefined)
    throw new CannotSetUp(
      'Redis is missing. Install it (Debian, Ubuntu: "sudo apt-get install redis-server"; macOS: "brew install redis"), or set REDIS_URL to one that runs.',
    );
  say(`Redis: ${found} (${/v=([\d.]+)/.exec(ask(found, ['--version']).words)?.[1] ?? 'version unknown'})`);
};
