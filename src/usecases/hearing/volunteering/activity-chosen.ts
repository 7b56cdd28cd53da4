import type { Person } from '../../../domain/community/community';
import type { ChoiceId } from '../../../domain/decision';
import type { ActivityCommand } from '../../../domain/volunteering/activity-command';
import type { Inbound, InboundAnswer } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { keepPhotos, photoIds } from '../keep-parts';
import { runActivityCommand } from './run-activity-command';
import { spotCode } from './spot-code';

/** The claim that an offer was about. */
const claimAsked = (key: string): string | null => /^offer\.(.+)$/u.exec(key)?.[1] ?? null;

const commandOf = (
  ports: EnginePorts,
  inbound: Inbound,
  { say }: OutboxRow,
  choice: ChoiceId,
  by: Person,
): ActivityCommand | null => {
  const asked = say.card === undefined ? say.wording : null;
  if (choice === 'sign-up' || (asked === 'activity.named' && choice === 'coming')) {
    const open = inbound.chat.kind === 'group';
    return { kind: 'sign', by, claim: ports.newId(), people: null, role: null, open };
  }
  if (say.card === undefined && say.wording === 'activity.meets') {
    const { people, role } = say.params;
    if (choice !== 'yes') return { kind: 'decline', by };
    return { kind: 'sign', by, claim: ports.newId(), people, role, open: inbound.chat.kind === 'group', meets: true };
  }
  if (asked === 'activity.named') return { kind: 'decline', by };
  if (asked === 'activity.ask-leave')
    return choice === 'yes' ? { kind: 'leave', by, claims: null } : { kind: 'stay', by };
  if (choice === 'all-came') return { kind: 'presence', by, came: 'all', absent: [] };
  if (asked === 'activity.vouch') return { kind: 'vouch', by, yes: choice === 'yes' };
  if (choice === 'coming' || choice === 'not-coming')
    return { kind: 'answer', by, claim: claimAsked(say.key), coming: choice === 'coming' };
  if (asked === 'activity.draft' && choice === 'yes') return { kind: 'call', by, code: spotCode(ports.newId()) };
  if (asked === 'activity.draft' && choice === 'no') return { kind: 'drop', by };
  return null;
};

/** A press, or the number typed, under what was said of an activity. Null: of something else. */
export const activityChosen = async (
  ports: EnginePorts,
  inbound: Inbound,
  row: OutboxRow,
  choice: ChoiceId,
  person: Person,
): Promise<InboundAnswer | null> => {
  if (row.matter?.kind !== 'activity') return null;
  const command = commandOf(ports, inbound, row, choice, person);
  if (command?.kind !== 'presence' || inbound.kind !== 'message')
    return command && runActivityCommand(ports, inbound, row.matter.id, command);
  // "都到了" as words under the photo of the paper list.
  const photos = keepPhotos(ports, inbound, row.matter.id);
  const proved = { ...command, photos: photoIds(photos) };
  return runActivityCommand(ports, inbound, row.matter.id, proved, { words: [], photos });
};
