import { Worker } from 'node:worker_threads';

export type DecodeSilk = (silk: Buffer) => Promise<Buffer | null>;

interface DecoderOptions {
  /** A module with silk-wasm's `decode`. */
  readonly decoder?: string;
  readonly timeoutMs?: number;
}

/** The most that silk holds. */
const SAMPLES_A_SECOND = 24_000;
const BYTES_A_SAMPLE = 2;
/** WeChat's end after a minute, which is a quarter of this. */
const MAX_SILK_BYTES = 2 ** 20;
const MAX_SECONDS = 10 * 60;
/** A minute of speech takes a quarter of a second. */
const TIMEOUT_MS = 15_000;

/** A packet is 20 ms, and at most five times that. */
const PACKETS_A_SECOND = 50;

/** Runs in a thread of its own: what the decoder does to itself, it does there. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { decode } = require(workerData.decoder);
  decode(workerData.silk, workerData.rate).then(
    ({ data }) => parentPort.postMessage(data),
    () => parentPort.postMessage(null),
  );
`;

/** Each packet is led by its length; a small file of empty ones would unfold to hours. */
const isTooLong = (silk: Buffer): boolean => {
  if (silk.length > MAX_SILK_BYTES) return true;
  let packets = 0;
  for (let at = silk.indexOf('V3') + 2; at + 2 <= silk.length; at += 2 + silk.readUInt16LE(at)) packets += 1;
  return packets > MAX_SECONDS * PACKETS_A_SECOND;
};

const wavOf = (samples: Buffer): Buffer => {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  // Plain samples, one channel.
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLES_A_SECOND, 24);
  header.writeUInt32LE(SAMPLES_A_SECOND * BYTES_A_SAMPLE, 28);
  header.writeUInt16LE(BYTES_A_SAMPLE, 32);
  header.writeUInt16LE(BYTES_A_SAMPLE * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
};

const inThread = (silk: Buffer, { decoder, timeoutMs }: Required<DecoderOptions>): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const worker = new Worker(program, {
      eval: true,
      // What wasm says of its end is nothing for our log.
      stdout: true,
      stderr: true,
      workerData: { decoder, silk, rate: SAMPLES_A_SECOND },
    });
    const end = (samples: unknown): void => {
      clearTimeout(timer);
      resolve(samples instanceof Uint8Array && samples.length > 0 ? Buffer.from(samples) : null);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(null), timeoutMs);
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });

/** Silk as WAV; null: it is broken, too long, or the decoder came to no end. One after the other: the machine has other work. */
export const createDecodeSilk = (options: DecoderOptions = {}): DecodeSilk => {
  const { decoder = require.resolve('silk-wasm'), timeoutMs = TIMEOUT_MS } = options;
  let last: Promise<unknown> = Promise.resolve();
  return (silk) => {
    if (isTooLong(silk)) return Promise.resolve(null);
    const turn = last.then(() => inThread(silk, { decoder, timeoutMs }));
    last = turn;
    return turn.then((samples) => samples && wavOf(samples));
  };
};
