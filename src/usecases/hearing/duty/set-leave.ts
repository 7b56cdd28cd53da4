import { standInFor } from '../../../domain/community/absence';
import { communityArea } from '../../../domain/community/area-tree';
import type { Community, DutyChange, Person } from '../../../domain/community/community';
import { leaveOf, refusalOfLeave, withChange } from '../../../domain/community/leave';
import { reachableFrom } from '../../../domain/notices/reachable';
import type { Say } from '../../../domain/decision';
import type { Moment, PersonId } from '../../../domain/ids';
import type { Span } from '../../../domain/understanding/time/read-span';
import type { Spoken } from '../../../domain/wording/params';
import type { InboundAnswer } from '../../inbound';
import { answerPerson, heard, sayBecauseOf } from '../answer-person';
import { colleagueNamed } from './colleague-named';
import { refuseDuty, sayLeaveRefusal } from './refuse-duty';
import type { AskedOfDuty } from './set-duty';

const standInOf = (community: Community, { person, from }: DutyChange): PersonId | null =>
  standInFor(community, person, from).person;

/** Sorts behind what it takes back. */
const justAfter = (at: Moment): Moment => new Date(Date.parse(at) + 1).toISOString();

/**
 * Kept, unless it leaves something in nobody's hands. Looked at once more when it is stored: somebody else may have
 * gone on leave at the same moment.
 */
const keepLeave = async ({ ports, inbound, community }: AskedOfDuty, leave: DutyChange): Promise<Spoken | null> => {
  const refusal = refusalOfLeave(community, leave);
  if (refusal) return sayLeaveRefusal(refusal);
  await ports.people.changeDuty(leave);
  const late = refusalOfLeave(await ports.communities.current(), leave);
  if (!late) return null;
  await ports.people.changeDuty({ ...leave, kind: 'back', at: justAfter(inbound.at) });
  return sayLeaveRefusal(late);
};

/** Who stands in hears of it at once, and at the beginning of the leave what comes into their hands. */
const tellStandIn = (community: Community, leave: DutyChange, standIn: PersonId, at: Moment): readonly Say[] => {
  const { person, from, to } = leave;
  const officer = community.officers.find(({ id }) => id === standIn);
  const begins = from > at ? from : at;
  // What begins at midnight is read when the day of whoever stands in begins.
  const listAt = officer ? reachableFrom(community, officer, begins) : begins;
  const list: Say = {
    ...{ to: { person: standIn }, key: `stand-in.${person}.${from}`, urgency: 'ordinary' },
    ...{ wording: 'duty.stand-in', params: { person, from, to, open: [] } },
    ...(listAt > at ? { holdUntil: listAt } : {}),
  };
  if (from <= at) return [list];
  const coming: Say = {
    ...{ to: { person: standIn }, key: `stand-in-coming.${person}.${from}`, urgency: 'ordinary' },
    ...{ wording: 'duty.stand-in-coming', params: { person, from, to } },
  };
  return [coming, list];
};

const over = (person: PersonId, standIn: PersonId): Say => ({
  ...{ to: { person: standIn }, key: `stand-in-over.${person}`, urgency: 'ordinary' },
  ...{ wording: 'duty.stand-in-over', params: { person } },
});

/** The leave as said, with who stands in by name; both are told, and open matters follow. */
const goOnLeave = async (asked: AskedOfDuty, leave: DutyChange): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const before = leaveOf(community, leave.person, inbound.at);
  const had = before && before.from < leave.to && leave.from < before.to ? standInOf(community, before) : null;
  const refusal = await keepLeave(asked, leave);
  if (refusal) return refuseDuty(ports, inbound, refusal);
  await ports.recompute();
  const standIn = standInOf(withChange(community, leave), leave);
  const { from, to } = leave;
  const spoken = { wording: 'duty.leave', params: { person: leave.person, from, to, substitute: standIn } } as const;
  await answerPerson(ports, inbound, spoken);
  const toldOf: Say = { to: { person: leave.person }, key: 'duty.leave', urgency: 'ordinary', ...spoken };
  await sayBecauseOf(ports, inbound, [
    ...(leave.person === person.id ? [] : [toldOf]),
    ...(had !== null && had !== standIn ? [over(leave.person, had)] : []),
    ...(standIn === null ? [] : tellStandIn(community, leave, standIn, inbound.at)),
  ]);
  return heard(`请假记下了：${from} 到 ${to}`);
};

/** `请假 到 周五`, also with `由 李强 代`. */
export const setLeave = async (
  asked: AskedOfDuty,
  target: Person,
  { from, to }: Span,
  substitute: string | null,
): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const named = substitute === null ? null : await colleagueNamed(ports, substitute);
  if (substitute !== null && !named)
    return refuseDuty(ports, inbound, { wording: 'refused.duty-person', params: { name: substitute } });
  return goOnLeave(asked, {
    ...{ person: target.id, area: communityArea(community)?.id ?? community.id, kind: 'absent', from, to },
    ...{ substitute: named?.id ?? null, at: inbound.at, by: person.id },
  });
};

/** `由 李强 代`: for one's own leave, the one that runs or the next. */
export const nameSubstitute = async (asked: AskedOfDuty, name: string): Promise<InboundAnswer> => {
  const { ports, inbound, person, community } = asked;
  const leave = leaveOf(community, person.id, inbound.at);
  if (!leave) return refuseDuty(ports, inbound, { wording: 'refused.duty-no-leave', params: {} });
  return setLeave(asked, person, leave, name);
};

/** `销假`: what is left of the leave is taken back; what was handed over stays where it is. */
export const comeBack = async ({ ports, inbound, person, community }: AskedOfDuty): Promise<InboundAnswer> => {
  const { at } = inbound;
  const leave = leaveOf(community, person.id, at);
  if (!leave) return refuseDuty(ports, inbound, { wording: 'refused.duty-no-leave', params: {} });
  const standIn = standInOf(community, leave);
  const from = leave.from > at ? leave.from : at;
  await ports.people.changeDuty({
    ...{ person: person.id, area: leave.area, kind: 'back', from, to: leave.to },
    ...{ substitute: null, at, by: person.id },
  });
  await ports.recompute();
  await answerPerson(ports, inbound, {
    wording: 'duty.back',
    params: { person: person.id, substitute: leave.from > at ? null : standIn },
  });
  if (standIn !== null) await sayBecauseOf(ports, inbound, [over(person.id, standIn)]);
  return heard('销假');
};
