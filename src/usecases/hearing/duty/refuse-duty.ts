import type { LeaveRefusal } from '../../../domain/community/leave';
import type { Spoken } from '../../../domain/wording/params';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

/** Nothing was changed; said in private, with what to do instead. */
export const refuseDuty = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  spoken: Spoken,
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, spoken);
  return heard('值班、请假：没有改');
};

export const sayLeaveRefusal = (refusal: LeaveRefusal): Spoken => {
  switch (refusal.kind) {
    case 'circle':
      return { wording: 'refused.duty-circle', params: { chain: refusal.chain } };
    case 'substitute-away':
      return { wording: 'refused.duty-away', params: { substitute: refusal.substitute, at: refusal.at } };
    case 'empties-duty':
      return { wording: 'refused.duty-empty', params: { area: refusal.area, at: refusal.at } };
  }
};
