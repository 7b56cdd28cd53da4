import * as apt from './apt.mjs';
import { onPath } from './find.mjs';
import { CannotSetUp, say } from './say.mjs';

const find = () => ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean);

/** The browser the tests of the pages drive. */
export const ensureChromium = async () => {
  if (find() === undefined && apt.mayInstall()) await apt.install('chromium');
  const found = find();
  if (found === undefined)
    throw new CannotSetUp(
      'The tests of the pages need a browser. Install Chromium (Debian, Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask chromium").',
    );
  say(`browser for tests: ${found}`);
};
