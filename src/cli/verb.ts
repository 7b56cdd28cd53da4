import type { Readable, Writable } from 'node:stream';
import type { ConfigResult } from '../config';

export interface CommandLine {
  readonly args: readonly string[];
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly config: ConfigResult;
}

/** One thing the command line can do; `run` answers the exit code. */
export interface Verb {
  readonly name: string;
  readonly usage: string;
  readonly what: string;
  run(line: CommandLine): Promise<number>;
}
