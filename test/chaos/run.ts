/**
 * `npm run chaos [-- --seed 42 --messages 2000]`: the long form of everything that can go wrong, on real servers.
 * Prints the seed; the same seed draws the same messages and the same disturbances at the same places.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runChaos, type ChaosReport } from '../support/chaos/run-chaos';

const Options = z.object({
  seed: z.coerce
    .number()
    .int()
    .default(() => randomInt(2 ** 31)),
  messages: z.coerce.number().int().min(20).default(2_000),
  kills: z.coerce.number().int().min(0).default(20),
  flushes: z.coerce.number().int().min(0).default(5),
  elections: z.coerce.number().int().min(0).default(2),
});

const text = { type: 'string' } as const;
const { seed, ...size } = Options.parse(
  parseArgs({ options: { seed: text, messages: text, kills: text, flushes: text, elections: text } }).values,
);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const tell = ({ wrong, endedByItself, ...counts }: ChaosReport): boolean => {
  for (const [name, value] of Object.entries(counts)) print(`${name}: ${value}`);
  const lists = Object.entries({ ...wrong, endedByItself }).filter(([, list]) => list.length > 0);
  for (const [name, list] of lists) print(`WRONG, ${name} (${list.length}):\n  ${list.slice(0, 20).join('\n  ')}`);
  return lists.length === 0;
};

const main = async (): Promise<void> => {
  print(
    `seed ${seed}: ${Object.entries(size)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
  const isWell = tell(await runChaos({ size, seed, say: print }));
  print(
    isWell ? 'nothing lost, nothing doubled without a reason' : `something is wrong: npm run chaos -- --seed ${seed}`,
  );
  if (!isWell) process.exitCode = 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
