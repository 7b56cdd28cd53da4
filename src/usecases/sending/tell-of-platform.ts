import { hasRole } from '../../domain/community/may';
import type { Say } from '../../domain/decision';
import type { Chats, Clock, Communities, Outbox, OutboxDraft, WakeUps } from '../ports';

export interface TellPorts {
  readonly communities: Communities;
  readonly chats: Pick<Chats, 'privateChats'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
  readonly clock: Clock;
}

/**
 * A platform is away, or back: staff hear of it in a private chat on another one. Who has none sees the incident on the
 * board only.
 */
export const createTellOfPlatform =
  ({ communities, chats, outbox, wakeUps, clock }: TellPorts, platform: 'wechat') =>
  async (away: boolean): Promise<void> => {
    const staff = (await communities.current()).officers.filter((person) => hasRole(person, ['staff', 'director']));
    const at = clock.now().toISOString();
    const drafts = await Promise.all(
      staff.map(async ({ id: person }): Promise<readonly OutboxDraft[]> => {
        const chat = (await chats.privateChats(person)).find((one) => one.platform !== platform);
        if (!chat) return [];
        const say: Say = {
          to: { person },
          key: `${away ? 'away' : 'back'}.${at}`,
          urgency: 'prompt',
          wording: away ? 'platform.away' : 'platform.back',
          params: { platform },
        };
        const effect = `platform/${platform}/${away ? 'away' : 'back'}/${at}/${person}`;
        return [{ effect, chat: chat.id, person, matter: null, matterVersion: 0, say }];
      }),
    );
    if (drafts.flat().length > 0) await wakeUps.drain(await outbox.add(drafts.flat()));
  };
