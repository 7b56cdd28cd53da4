import { stepOf, Topic } from '../../domain/council/topic';
import { scheduleTopic } from '../../domain/council/topic-clock';
import { peopleOfSandbox } from './look';
import { seenEvent, type LookTicketNeeds } from './look-ticket';

/** A topic with the fields of a ticket as far as it has them; `state`: the step that it stands at. */
export const seenTopic = async (stored: unknown, needs: LookTicketNeeds) => {
  const topic = Topic.parse(stored);
  const [community, events, { memberId }] = await Promise.all([
    needs.communities.current(),
    needs.matters.events(topic.id),
    peopleOfSandbox(needs),
  ]);
  const steps = scheduleTopic(topic, community);
  return {
    ...{ number: topic.number, kind: 'topic', state: stepOf(topic)?.id ?? topic.phase, category: null },
    ...{ categoryName: topic.loop, class: null, place: null, owner: null, mergedInto: null, reopenings: 0 },
    handlers: topic.to.map(memberId),
    reporters: [memberId(topic.proposer)],
    dueAt: steps[0]?.at ?? null,
    solved: topic.solved,
    satisfied: topic.satisfied,
    history: events.map((event) => seenEvent(event, memberId)),
    clocks: steps.map(({ at, what, level }) => ({ at, what, level })),
    postings: [],
  };
};
