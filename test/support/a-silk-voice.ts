import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** In a process of its own: the encoder loads its parts in a way that Jest does not allow. */
const program = `
  const { encode } = require(process.argv[1]);
  const rate = 24000;
  const tone = (_none, at) => Math.round(9000 * Math.sin((2 * Math.PI * 440 * at) / rate));
  const samples = Int16Array.from({ length: rate * Number(process.argv[2]) }, tone);
  encode(samples, rate).then(({ data }) => process.stdout.write(data));
`;

/** What WeChat records: a tone of 440 Hz, so many seconds long. */
export const aSilkVoice = async (seconds: number): Promise<Buffer> => {
  const run = [process.execPath, ['-e', program, require.resolve('silk-wasm'), String(seconds)]] as const;
  return (await promisify(execFile)(...run, { encoding: 'buffer' })).stdout;
};
