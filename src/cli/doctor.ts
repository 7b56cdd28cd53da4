import type { ConfigResult } from '../config';
import { checkConfig, checkPack } from './doctor-config';
import type { Finding } from './doctor-finding';
import { checkFieldKey } from './doctor-field-key';
import { checkMongo } from './doctor-mongo';
import { withPatient, type Patient } from './doctor-patient';
import { checkNeighbourhood } from './doctor-neighbourhood';
import { checkRedis } from './doctor-redis';
import { checkBots } from './doctor-telegram';
import { checkCalendar, checkClock } from './doctor-time';
import { checkWechat } from './doctor-wechat';
import type { CommandLine } from './verb';

/** In the order in which they are shown. Each looks at one thing; a new one is a function and an entry here. */
const checks: readonly ((patient: Patient) => readonly Finding[] | Promise<readonly Finding[]>)[] = [
  checkConfig,
  checkPack,
  checkMongo,
  checkFieldKey,
  checkRedis,
  checkClock,
  checkCalendar,
  checkBots,
  checkWechat,
  checkNeighbourhood,
];

const marks = { fine: '✓', notice: '!', broken: '✗' } as const;

const show = (finding: Finding): string =>
  finding.level === 'fine'
    ? `${marks.fine} ${finding.what}`
    : `${marks[finding.level]} ${finding.what}\n    怎么办：${finding.mend}`;

const sumUp = (findings: readonly Finding[]): string => {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  if (count('broken') > 0) return `${count('broken')} 处要修，${count('notice')} 处要留意`;
  return count('notice') > 0 ? `能用，${count('notice')} 处要留意` : '一切正常';
};

export const examine = (loaded: ConfigResult, clock: () => Date): Promise<readonly Finding[]> =>
  withPatient(loaded, clock, async (patient) => {
    const found: Finding[] = [];
    for (const check of checks) found.push(...(await check(patient)));
    return found;
  });

/** The verb `doctor`: exit code 1 when something is broken. */
export const runDoctor = async ({ config, stdout }: CommandLine): Promise<number> => {
  const findings = await examine(config, () => new Date());
  stdout.write(`${findings.map(show).join('\n')}\n\n${sumUp(findings)}\n`);
  return findings.some(({ level }) => level === 'broken') ? 1 : 0;
};
