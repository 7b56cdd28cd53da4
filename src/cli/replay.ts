import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { momentOfLocal, plusDays } from '../domain/calendar/local-time';
import type { Community } from '../domain/community/community';
import {
  replayDeadlines,
  sumUpReplay,
  type Deadlines,
  type Judged,
  type ReplayedRun,
  type ReplayLine,
} from '../domain/figures/replay-deadlines';
import type { Moment } from '../domain/ids';
import { TicketEvent } from '../domain/ticket/ticket-event';
import type { Audit } from '../usecases/audit/audit-ports';
import { sayPackError } from '../usecases/packs/pack';
import { readDeadlines } from '../usecases/packs/read-deadlines';
import { withAudit } from './open-audit';
import type { CommandLine } from './verb';

const usage = 'replay --policy FILE.yaml --from 2026-10-01 --to 2026-10-31\n';

const Options = z.object({ policy: z.string().min(1), from: z.iso.date(), to: z.iso.date() });
type Options = z.infer<typeof Options>;

const optionsIn = (args: readonly string[]): Options | null => {
  try {
    const options = { policy: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const;
    return Options.safeParse(parseArgs({ args: [...args], options }).values).data ?? null;
  } catch {
    return null;
  }
};

const stageNames = { dispatch: '派单 dispatch', claim: '接单 claim', resolve: '办结 resolve' } as const;

const sayJudged = ({ warned, breached, medianLateMinutes }: Judged): string => {
  const late = medianLateMinutes === null ? '' : `，中位超 ${Math.round(medianLateMinutes)} 分钟 (median late, min)`;
  return `提醒 warned ${warned}，超时 breached ${breached}${late}`;
};

const sayLine = (line: ReplayLine): string =>
  [
    `${line.class} ${stageNames[line.stage]}：${line.runs}`,
    `    当时说了 really told  提醒 warned ${line.told.warned}，超时 breached ${line.told.breached}`,
    `    今天的规定 today      ${sayJudged(line.today)}`,
    `    新的规定 proposed     ${sayJudged(line.then)}`,
    '',
  ].join('\n');

interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/** Whole days of the community's own calendar, the last one included. */
const spanOf = ({ from, to }: Options, { calendar: { timeZone } }: Community): Span => ({
  from: momentOfLocal(from, '00:00', timeZone),
  to: momentOfLocal(plusDays(to, 1), '00:00', timeZone),
});

const replayAll = async (
  audit: Audit,
  { from, to }: Span,
  judge: (events: readonly TicketEvent[]) => readonly ReplayedRun[],
): Promise<{ readonly tickets: number; readonly lines: readonly ReplayLine[] }> => {
  const runs: ReplayedRun[] = [];
  let tickets = 0;
  for await (const { events } of audit.ticketsReported(from, to)) {
    tickets += 1;
    runs.push(...judge(events.map((event) => TicketEvent.parse(event))));
  }
  return { tickets, lines: sumUpReplay(runs) };
};

const proposedIn = async (file: string, today: Deadlines): Promise<Deadlines | string> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return `${file} 打不开 · can't be read.`;
  const read = readDeadlines(text, file, today);
  return read.ok ? read.value : read.refusal.map(sayPackError).join('\n');
};

/** The verb `replay`: what other deadlines would have said of the tickets of some days. Changes nothing. */
export const runReplay = async (asked: CommandLine): Promise<number> => {
  const options = optionsIn(asked.args);
  if (options === null || options.from > options.to) {
    asked.stderr.write(usage);
    return 2;
  }
  return withAudit(asked, async ({ audit, community, now }) => {
    const proposed = await proposedIn(options.policy, community);
    if (typeof proposed === 'string') {
      asked.stderr.write(`${proposed}\n`);
      return 2;
    }
    const { tickets, lines } = await replayAll(audit, spanOf(options, community), (events) =>
      replayDeadlines(events, community, proposed, now),
    );
    asked.stdout.write(`${options.from} – ${options.to}：${tickets} 件 · tickets\n${lines.map(sayLine).join('')}`);
    return 0;
  });
};
