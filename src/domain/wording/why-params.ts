import type { Level } from '../community/policy';
import type { Moment, PersonId, WordsId } from '../ids';
import type { LadderStage } from '../ticket/clocks/stage-clock';
import type { StepKind } from '../ticket/clocks/step-kind';
import type { SaidState } from './said-state';

/** What `为什么` explains: the deadline, what time did and will do, pauses, and who stands in for whom. */
export interface WhyParams {
  readonly state: SaidState;
  readonly owner: PersonId | null;
  /** What time will still do, the earliest first. `stage` of a warning or breach; `level` is who is told then. */
  readonly lines: readonly {
    readonly at: Moment;
    readonly what: StepKind;
    readonly stage: LadderStage | null;
    readonly level: Level | null;
  }[];
  /** The clock that runs: from when, how long; `dayMinutes` of a working day, null where it runs round the clock. */
  readonly deadline: {
    readonly stage: 'dispatch' | 'claim' | 'resolve';
    readonly from: Moment;
    readonly due: Moment;
    readonly minutes: number;
    readonly dayMinutes: number | null;
  } | null;
  /** What an application waits for, and how often more was asked for than the list says. */
  readonly papers?: { readonly listed: readonly string[]; readonly until: Moment; readonly more: readonly WordsId[] };
  /** Who answers first for the place, whoever has it now (第一责任人). */
  readonly responsible?: PersonId;
  readonly pauses: readonly { readonly from: Moment; readonly to: Moment }[];
  readonly standIns: readonly { readonly person: PersonId; readonly by: PersonId }[];
  /** What was told already in this cycle. */
  readonly told: readonly { readonly at: Moment; readonly stage: LadderStage; readonly level: Level | null }[];
}
