import { parseArgs } from 'node:util';
import { rebuild, type Difference, type RebuildResult } from '../usecases/audit/rebuild';
import { withAudit } from './open-audit';
import type { CommandLine } from './verb';

const wantsToWrite = (args: readonly string[]): boolean | null => {
  try {
    return parseArgs({ args: [...args], options: { write: { type: 'boolean' } } }).values.write ?? false;
  } catch {
    return null;
  }
};

const show = (value: unknown): string => (value === undefined ? '—' : JSON.stringify(value));

const line = ({ of, field, stored, recomputed }: Difference): string =>
  `${of}  ${field}\n    存的 stored      ${show(stored)}\n    重算 recomputed  ${show(recomputed)}\n`;

const sumUp = ({ matters, accounts, differences, mended, left }: RebuildResult, write: boolean): string => {
  const looked = `看了 ${matters} 件事、${accounts} 个账户 · looked at ${matters} matters, ${accounts} accounts`;
  if (differences === 0) return `${looked}\n没有不一致 · no differences\n`;
  const found = `${differences} 处不一致 · ${differences} differences`;
  if (!write) return `${looked}\n${found}；加 --write 改正 · add --write to mend\n`;
  const rest = left === 0 ? '' : `；${left} 件没改成，请再跑一次 · ${left} not mended, run it again`;
  return `${looked}\n${found}；改正了 ${mended} 件 · ${mended} mended${rest}\n`;
};

/** The verb `rebuild`: exit code 1 when something differs and is not mended. */
export const runRebuild = async (asked: CommandLine): Promise<number> => {
  const write = wantsToWrite(asked.args);
  if (write === null) {
    asked.stderr.write('rebuild [--write]\n');
    return 2;
  }
  return withAudit(asked, async ({ audit, community }) => {
    const report = (difference: Difference): void => void asked.stdout.write(line(difference));
    const result = await rebuild(audit, community, { write, report });
    asked.stdout.write(sumUp(result, write));
    return result.differences === 0 || (write && result.left === 0) ? 0 : 1;
  });
};
