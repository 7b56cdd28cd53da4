import type { Community } from '../../domain/community/community';
import type { Decision, Guard, MatterEvent, MatterRef, Result } from '../../domain/decision';
import type { Moment } from '../../domain/ids';
import type { Spoken } from '../../domain/wording/params';
import { commitDecision } from '../deciding/commit-decision';
import { untilCommitted } from '../deciding/until-committed';
import type { Inbound, InboundAnswer, NotDone } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';
import { answerPerson, heard, heardBefore, notDone, silence } from './answer-person';
import { noDocuments, type Documents } from './run-ticket-command';

/** What a decision about a matter is made on, beside its state. */
export interface Seen {
  readonly now: Moment;
  readonly community: Community;
}

/** What came of a command, before anything is written. */
export interface Tried<E extends MatterEvent, R> {
  readonly number: number;
  readonly made: Result<Decision<E>, R>;
  /** The state after the decision's events. */
  readonly fold: (events: readonly E[]) => unknown;
  /** What somebody hears of a refusal. */
  readonly refused: (refusal: R) => Spoken;
  /** Why it was not done, for a page; without it: as it stands now. */
  readonly cameOf?: (refusal: R) => NotDone;
  /** What is missing may be said by itself next. */
  readonly asksBack?: (refusal: R) => boolean;
}

/** What came of a command, in one: the decision first, so that the rest is checked against its events and refusals. */
export const tried = <E extends MatterEvent, R>(
  made: Result<Decision<E>, R>,
  told: Omit<Tried<E, R>, 'made'>,
): Tried<E, R> => ({ made, ...told });

/** Whose matter, and what of it. */
export interface OnMatter {
  readonly kind: MatterRef['kind'];
  readonly id: string;
  readonly command: { readonly kind: string };
  readonly documents?: Documents;
}

/** Finds a guard among those that were read; one that nobody wrote yet is at version 0. */
export const guardIn =
  (read: readonly Guard[]) =>
  (id: string): Guard =>
    read.find((guard) => guard.id === id) ?? { id, version: 0, value: null };

/**
 * Loads a matter, decides, commits; again on fresh state when somebody was quicker. A refusal is answered in private with what to
 * do next, and only when the message did not succeed before.
 */
export const runOnMatter = <E extends MatterEvent, R extends { readonly kind: string }>(
  ports: EnginePorts,
  inbound: Inbound,
  { kind, id, command, documents = noDocuments }: OnMatter,
  attempt: (state: unknown, seen: Seen) => Tried<E, R> | Promise<Tried<E, R>>,
): Promise<InboundAnswer> =>
  untilCommitted(`${kind} ${id}`, async () => {
    const stored = await ports.matters.load(id);
    if (stored?.ref.kind !== kind) return { ...silence('这件事已经没有了'), came: 'not-there' };
    const community = await ports.communities.current();
    const now = ports.clock.now().toISOString();
    const { number, made, fold, refused, cameOf, asksBack } = await attempt(stored.state, { now, community });
    if (!made.ok) {
      if (await ports.matters.handled(inbound.key)) return heardBefore;
      const extras = asksBack?.(made.refusal) ? ({ question: true } as const) : {};
      await answerPerson(ports, inbound, refused(made.refusal), extras);
      const came = cameOf?.(made.refusal) ?? 'late';
      return notDone(came, `#${number}：${command.kind} 没有做，因为 ${made.refusal.kind}`);
    }
    const outcome = await commitDecision(
      {
        ...{ cause: inbound.key, matter: stored.ref, expectedVersion: stored.version, decision: made.value },
        ...{ state: fold(made.value.events), ...documents },
      },
      community,
      ports,
    );
    if (outcome.kind === 'committed') return heard(`#${number}：${command.kind}`);
    return outcome.kind === 'repeated' ? heardBefore : null;
  });
