import type { FoundBudget } from './read-budget';
import type { FoundDeed } from './read-deed';
import type { SelfCommand } from './read-self';
import type { ShiftCommand } from './read-shift';
import type { FoundFund } from './read-fund';
import type { FoundHonours } from './read-honours';
import type { FoundPairing } from './read-pairing';
import type { FoundReward } from './read-reward';
import type { FoundRound } from './read-round';
import type { FoundService } from './read-service';
import type { PresenceReading } from '../activity/read-presence';
import type { BoardCommand } from './read-board';
import type { BriefCommand } from './read-brief';
import type { CareVerb } from './read-care';
import type { AnchoredVerb, WholeVerb } from './command-words';
import type { DutyCommand } from './read-duty';

export type TypedCommand =
  | {
      readonly kind: 'anchored';
      readonly verb: AnchoredVerb;
      /** As the person typed it. */
      readonly word: string;
      readonly number: number | null;
      /** What stands behind the verb and the number, without the reason. */
      readonly rest: string;
      /** Behind "因为". */
      readonly reason: string;
    }
  | { readonly kind: 'whole'; readonly verb: WholeVerb }
  /** `报 …` and `急 …`, `救命`: a report whatever the words are. */
  | { readonly kind: 'report'; readonly critical: boolean; readonly text: string }
  /** `代 妈妈 报 …`. */
  | { readonly kind: 'report-for'; readonly who: string; readonly text: string }
  | { readonly kind: 'bind'; readonly code: string }
  | { readonly kind: 'invite'; readonly rest: string }
  | DutyCommand
  | SelfCommand
  | ShiftCommand
  | BriefCommand
  | BoardCommand
  /** `说事 …`, `说事 #12`: to be talked over. */
  | { readonly kind: 'talk'; readonly number: number | null; readonly text: string }
  /** About what points buy; `text`: what was named. */
  | { readonly kind: 'reward'; readonly said: FoundReward; readonly text: string }
  /** Words of the ledger of people in care. */
  | {
      readonly kind: 'care';
      readonly verb: CareVerb;
      readonly number: number | null;
      readonly rest: string;
      readonly reason: string;
    }
  /** `发起 …`: a call for volunteers. */
  | { readonly kind: 'launch'; readonly text: string }
  /** The honours list, and the name one has in it. */
  | { readonly kind: 'honours'; readonly said: FoundHonours }
  /** `表扬 王芳 …`: a good deed of a neighbour; `text`: what was done. */
  | { readonly kind: 'deed'; readonly who: FoundDeed['who']; readonly text: string }
  /** About neighbours who look in on old ones. */
  | { readonly kind: 'pairing'; readonly said: FoundPairing }
  /** `预算 5000`: the budget that points come out of. */
  | { readonly kind: 'budget'; readonly said: FoundBudget }
  /** The public elder-care account; `text`: what for; `payee`: who gets it, as it was typed. */
  | { readonly kind: 'fund'; readonly said: FoundFund; readonly text: string; readonly payee: string | null }
  /** About hours served, kept and given. */
  | { readonly kind: 'service'; readonly said: FoundService }
  /** About the household round; `text`: what stands behind the word. */
  | { readonly kind: 'round'; readonly said: FoundRound; readonly text: string }
  /** `签到 4711`, `没来 #101 王芳`. */
  | PresenceReading
  | { readonly kind: 'choice'; readonly index: number };

export interface CommandSetting {
  readonly isPrivate: boolean;
  /** The message replies to one of ours. */
  readonly repliesToUs: boolean;
  readonly mentioned: boolean;
  /** In the group of those who work here. */
  readonly amongStaff?: boolean;
}
