import type { Person } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import type { Activity } from '../../domain/volunteering/activity';
import type { ActivityCommand } from '../../domain/volunteering/activity-command';
import { runActivityCommand } from '../hearing/volunteering/run-activity-command';
import type { ActOutcome, AsInChat } from '../pages/as-in-chat';

export const activityActs = ['came', 'absent', 'all-came', 'cancel'] as const;

export interface ActivityAct {
  readonly person: Person;
  readonly activity: Activity;
  readonly act: (typeof activityActs)[number];
  /** Of whom it is said that they came, or did not; two of one name are told apart by it. */
  readonly claim: string;
  /** Why it is cancelled. */
  readonly words: string;
  readonly key: string;
  readonly language: Language;
}

/** Says on the board who came, or that it does not take place: by the rules of the chat, and the chat shows it. */
export const createActOnActivity =
  (asInChat: AsInChat) =>
  ({ person, activity, act, claim, words, key, language }: ActivityAct): Promise<ActOutcome> => {
    const spoken = { person, form: `act:${activity.id}:${act}`, key, language };
    if (act === 'cancel') {
      const why = words.replace(/\s+/gu, ' ').trim();
      return asInChat({ ...spoken, text: `取消活动 #${activity.number} 因为 ${why}` });
    }
    const command: ActivityCommand = {
      ...{ kind: 'presence', by: person },
      came: act === 'all-came' ? 'all' : act === 'came' ? [claim] : [],
      absent: act === 'absent' ? [claim] : [],
    };
    return asInChat({ ...spoken, text: `到了 #${activity.number}` }, (ports, inbound) =>
      runActivityCommand(ports, inbound, activity.id, command),
    );
  };
