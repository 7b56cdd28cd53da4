import type { Community, Person } from '../../../domain/community/community';
import { Activity } from '../../../domain/volunteering/activity';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { answerWhoCame } from './handle-presence';
import { changedPlan, filledPlan, type Planned } from './plan-from';
import { runActivityCommand } from './run-activity-command';

interface Free {
  readonly text: string;
  readonly person: Person;
  readonly community: Community;
}

/** What a draft still needs, or what is to be otherwise in it. Null: the words say nothing of that. */
export const answerActivityQuestion = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person, community }: Free,
  { id, matter, say }: OutboxRow,
  justAsked: boolean,
): Promise<InboundAnswer | null> => {
  if (say.card !== undefined || matter?.kind !== 'activity') return null;
  if (say.wording === 'activity.who-came' || say.wording === 'activity.proved') {
    const answer = await answerWhoCame(ports, inbound, text, person, { id: matter.id, justAsked });
    if (answer) await ports.outbox.closeQuestion(id);
    return answer;
  }
  if (text.trim() === '') return null;
  if (say.wording !== 'activity.ask' && say.wording !== 'activity.draft') return null;
  const stored = await ports.matters.load(matter.id);
  if (!stored) return null;
  const { plan } = Activity.parse(stored.state);
  const asked = { ports, inbound, matter: matter.id, community };
  const planned: Planned | null =
    say.wording === 'activity.ask' ? filledPlan(asked, plan, say.params.slot, text) : changedPlan(asked, plan, text);
  if (!planned) return null;
  const documents = { words: planned.words, photos: [] };
  const command = { kind: 'fill', by: person, plan: planned.plan } as const;
  const answer = await runActivityCommand(ports, inbound, matter.id, command, documents);
  // Only now: an answer that an outage swallowed comes again and must find its question open.
  await ports.outbox.closeQuestion(id);
  return answer;
};
