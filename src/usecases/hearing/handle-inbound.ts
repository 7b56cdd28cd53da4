import { answerPerson, heard, sayBecauseOf, silence } from './answer-person';
import { handleChoice } from './handle-choice';
import { handleMessage } from './handle-message';
import { holdBanned, holdFlood } from './hold-back';
import type { Inbound, InboundAnswer, InboundChatEvent, InboundPress } from '../inbound';
import { createTalkSince } from './talk-since';
import type { EnginePorts } from '../ports-of-engine';
import { sayWhatWasMissed } from './telling/say-what-was-missed';
import { speakerOf } from './speaking';

const handlePress = async (ports: EnginePorts, inbound: InboundPress): Promise<InboundAnswer> => {
  const row = await ports.outbox.byId(inbound.message);
  if (!row) return silence('不认识的按钮');
  const community = await ports.communities.current();
  const person = await speakerOf(ports, inbound, community);
  const urgent = row.say.urgency === 'critical';
  const held = urgent ? null : ((await holdFlood(ports, inbound, community)) ?? holdBanned(person));
  return held ?? handleChoice(ports, inbound, row, inbound.choice, person);
};

const handleChatEvent = async (ports: EnginePorts, inbound: InboundChatEvent): Promise<InboundAnswer> => {
  switch (inbound.what) {
    case 'bot-removed':
      await ports.chats.mark(inbound.chat.id, 'gone');
      await ports.incidents.open(
        `chat:${inbound.chat.id}`,
        `机器人被移出了“${inbound.chat.title}”`,
        '请群主把机器人加回来',
      );
      return heard('机器人被移出了群');
    case 'bot-added':
      await ports.chats.mark(inbound.chat.id, 'active');
      await ports.incidents.close(`chat:${inbound.chat.id}`);
      await explainDeafness(ports, inbound);
      return greet(ports, inbound);
    case 'joined':
    case 'left':
    case 'renamed':
      return silence('群里的人有变动');
  }
};

/** Where the platform hides photos from us, the group hears it, and what to do, once. */
const explainDeafness = async (ports: EnginePorts, inbound: InboundChatEvent): Promise<void> => {
  if (inbound.hearsAll !== false || !(await ports.chats.once(inbound.chat.id, 'deaf'))) return;
  await sayBecauseOf(ports, inbound, [
    { to: { chat: inbound.chat.id }, key: 'deaf', urgency: 'prompt', wording: 'hello.group-deaf', params: {} },
  ]);
};

const greet = async (ports: EnginePorts, inbound: InboundChatEvent): Promise<InboundAnswer> => {
  if (inbound.chat.kind === 'private') {
    await sayWhatWasMissed(ports, inbound);
    const community = await ports.communities.current();
    const person = await speakerOf(ports, inbound, community);
    await answerPerson(ports, inbound, {
      wording: 'hello.private',
      params: { name: person.id, roles: person.roles.map(({ role }) => role) },
    });
    return heard('第一次私聊，打个招呼');
  }
  if (inbound.chat.purpose !== null || !(await ports.chats.once(inbound.chat.id, 'greeting')))
    return silence('机器人回到了群里');
  await sayBecauseOf(ports, inbound, [
    { to: { chat: inbound.chat.id }, key: 'greeting', urgency: 'prompt', wording: 'hello.group-unbound', params: {} },
  ]);
  return heard('进了一个没有绑定的群，打一次招呼');
};

/** Handles one message, press or chat event; returns after the commit. Throws on an outage: hand it in again. */
export const createHandleInbound = (ports: EnginePorts) => {
  const talk = createTalkSince();
  return async (inbound: Inbound): Promise<InboundAnswer> => {
    switch (inbound.kind) {
      case 'message':
        return handleMessage(ports, inbound, talk);
      case 'press':
        return handlePress(ports, inbound);
      case 'recall':
        return silence('撤回了一条消息');
      case 'chat':
        return handleChatEvent(ports, inbound);
    }
  };
};
