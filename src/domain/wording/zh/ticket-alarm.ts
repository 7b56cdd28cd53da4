import type { Catalogue } from '../params';
import { head, lines, quoted, said } from './phrases';

/** Texts 6 to 8: when somebody is in danger. The number to ring comes before everything that Linli does. */
export const ticketAlarm = {
  'ticket.alarm': (p, s) =>
    lines(
      `${p.again ? '【再次提醒·紧急】' : '【紧急】'}${head(p, s)}`,
      `${s.time(p.at)}，${said(s.role(p.role), p.words, s)}`,
      `请先打${p.emergencyNumber}。已同时通知${p.count}人；只回“收到”不算，${p.minutes}分钟没人负责会再叫。`,
      `能去的，马上回“我负责 #${p.number}”。`,
    ),
  'ticket.alarm-reporter': (p, s) =>
    p.missing === true
      ? lines(
          `已叫${s.area(p.duty)}${p.count > 0 ? `${p.count}人` : '的人'}。请您马上打${p.emergencyNumber}报警，不用等24小时。`,
          p.place ? `已记下地点：${s.place(p.place)}。不对就再说一遍。` : '请告诉我最后在哪里见到的，发语音也行。',
          '请发一张近照，再说几岁、穿什么、几点不见的。',
        )
      : lines(
          `已叫${s.area(p.duty)}${p.count > 0 ? `${p.count}人` : '的人'}。有危险请先离开，马上打${p.emergencyNumber}。`,
          p.stay ? '人在您身边的话，请先陪着，别让人走远。' : null,
          p.place ? `已记下地点：${s.place(p.place)}。不对就再说一遍。` : '请告诉我在哪里，发语音也行。',
        ),
  'ticket.ask-danger': (p, s) =>
    lines(
      `有人有危险的话，请马上打${p.emergencyNumber}。`,
      `您说的${quoted(p.words, s)}，是有人有危险吗？`,
      `有危险回 1，没有回 2。${p.minutes}分钟没回，就当有危险，马上叫人。`,
    ),
  'ticket.danger-maybe': (p, s) =>
    lines(
      `${head(p, s)}，还拿不准是不是真有危险。`,
      said(s.role(p.role), p.words, s),
      `正在问本人，${p.minutes}分钟没回就叫所有值班的人。危险就先打${p.emergencyNumber}，能去的回“我负责 #${p.number}”，去不了的回“有危险 #${p.number}”马上叫人。`,
      `没有危险、按平常的事办，回“没有危险 #${p.number}”；什么事都没有，回“误报 #${p.number}”。`,
    ),
  'ticket.danger-denied': (p, s) =>
    lines(
      head(p, s),
      `${p.by === undefined ? '本人说' : `${s.name(p.by)}看过了，`}没有危险，按平常的事办，不用去了。`,
      `想看办到哪了，回“查 #${p.number}”。`,
    ),
  'ticket.danger-called': (p, s) =>
    lines(
      head(p, s),
      p.count === 0 ? '已经按有危险办，正在叫人。' : `已经按有危险办，叫了${p.count}人。`,
      `能去的，马上回“我负责 #${p.number}”。`,
    ),
  'ticket.in-charge': (p, s) => {
    const owner = s.name(p.owner);
    return lines(
      `#${p.number} 由${owner}负责，${s.time(p.at)}接的，不再催大家。`,
      `${owner}缺人手请回“加人 #${p.number}”；其他人先等消息。`,
    );
  },
  'ticket.more-hands': (p, s) =>
    lines(
      `【紧急】${head(p, s)}`,
      p.owner === null ? '还没有人负责，要加人。' : `${s.name(p.owner)}缺人手，要加人。`,
      p.owner === null
        ? `能去的，马上回“我负责 #${p.number}”。`
        : `能去的，马上去${s.place(p.place)}，到了找${s.name(p.owner)}。`,
    ),
  'ticket.more-hands-asked': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)}要加人，又叫了${p.count}人。`,
      p.owner === null ? `还没有人负责；能去的，回“我负责 #${p.number}”。` : `请他们到了找${s.name(p.owner)}。`,
    ),
  'ticket.receipt-only': (p, s) =>
    lines(head(p, s), '谢谢您看到了。只回“收到”，还不算有人去。', `能去的，马上回“我负责 #${p.number}”。`),
  'ticket.stood-down': (p, s) =>
    lines(
      head(p, s),
      p.why === 'false-alarm' ? `${s.name(p.by)}看过了，是误报，没有危险。` : `${s.name(p.by)}看过了，危险已经解除。`,
      '不用再去了，谢谢每一位。',
    ),
  'ticket.stood-down-reporter': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)}看过了，没有危险。谢谢您及时说。`,
      `要是还有危险，马上打${p.emergencyNumber}，再跟我说一声。`,
    ),
} satisfies Partial<Catalogue>;
