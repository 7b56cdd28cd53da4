import { loadConfig } from '../config';
import { dispatch } from './dispatch';
import { verbs } from './verbs';

const { stdin, stdout, stderr } = process;

dispatch(verbs, process.argv.slice(2), { stdin, stdout, stderr, config: loadConfig() }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
