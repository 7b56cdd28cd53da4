import type { Chats, Incidents, Logger } from '../../usecases/ports';
import type { Directory } from './directory';
import type { WechatPuppet } from './wechat.puppet';

export interface FollowNeeds {
  readonly puppet: () => Pick<WechatPuppet, 'roomList'>;
  readonly directory: Pick<Directory, 'room'>;
  readonly chats: Pick<Chats, 'groups' | 'migrate'>;
  readonly incidents: Pick<Incidents, 'open'>;
  readonly log: Logger;
}

interface Named {
  readonly nativeId: string;
  readonly title: string;
}

/** Of both lists the one that alone bears this title. */
const onlyOne = (title: string, list: readonly Named[]): Named | null => {
  const found = list.filter((each) => each.title === title);
  return found.length === 1 && title !== '' ? (found[0] ?? null) : null;
};

/**
 * After a new login WeChat calls the same groups by other ids. A group that is not there any more, and one that was
 * never met, are the same when both alone bear their title; whatever else there is, staff bind anew.
 */
export const followRooms = async (needs: FollowNeeds): Promise<void> => {
  const { puppet, directory, chats, incidents, log } = needs;
  const ids = await puppet().roomList();
  const known = (await chats.groups()).filter(
    (chat) => chat.platform === 'wechat' && !chat.nativeId.startsWith('moved:'),
  );
  const gone = known.filter(({ nativeId }) => !ids.includes(nativeId));
  if (gone.length === 0) return;
  const knownIds = new Set(known.map(({ nativeId }) => nativeId));
  const fresh = await Promise.all(
    ids
      .filter((id) => !knownIds.has(id))
      .map(async (id): Promise<Named> => ({ nativeId: id, title: (await directory.room(id)).topic })),
  );
  for (const lost of gone) {
    const [from, to] = [onlyOne(lost.title, gone), onlyOne(lost.title, fresh)];
    if (from === null || to === null) continue;
    await chats.migrate('wechat', from.nativeId, to.nativeId);
    log.warn({ chat: lost.id }, 'wechat: a group has another id since the login');
    await incidents.open(
      `wechat:moved:${lost.id}`,
      `微信重新登录后，群“${lost.title}”换了编号，已按群名接上`,
      '请看一眼群里的回应对不对；不对请把群重新绑定（绑定 CODE）',
    );
  }
};
