import { z } from 'zod';
import { calendarKnown } from '../domain/calendar/official-days';
import { broken, fine, notice, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';

const Hello = z.object({ localTime: z.date() });
const MOST_APART_MS = 2_000;

/** Deadlines are counted on this machine's clock and leases are compared across machines. */
export const checkClock = async ({ mongo: reached, clock }: Patient): Promise<readonly Finding[]> => {
  if (reached.kind !== 'reached') return [];
  const asked = clock().getTime();
  const { localTime } = Hello.parse(await reached.service.db('admin').command({ hello: 1 }));
  const middle = (asked + clock().getTime()) / 2;
  const apartMs = Math.round(Math.abs(localTime.getTime() - middle));
  return apartMs <= MOST_APART_MS
    ? [fine(`这台机器和数据库的时钟相差 ${apartMs} 毫秒`)]
    : [
        broken(
          `这台机器和数据库的时钟相差 ${Math.round(apartMs / 1000)} 秒`,
          '在两台机器上都打开网络对时（timedatectl set-ntp true）',
        ),
      ];
};

/** The State Council announces a year's holidays in November of the year before. */
export const checkCalendar = ({ clock }: Patient): readonly Finding[] =>
  [clock().getUTCFullYear(), clock().getUTCFullYear() + 1].map((year, index) => {
    if (calendarKnown(year)) return fine(`${year} 年的法定节假日和调休已知`);
    const mend = '更新 chinese-days（npm update chinese-days），或在社区文件（PACK）的 calendar 里写明';
    const what = `${year} 年的法定节假日还不知道，只按周末算`;
    return index === 0 ? broken(what, mend) : notice(what, `公布后（一般在 11 月）${mend}`);
  });
