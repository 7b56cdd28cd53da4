import { registrars } from '../../domain/care/care-people';
import type { ChatPurpose, Community, Person, Role } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import { handlerRoles } from '../../domain/ticket/working/handler-roles';
import { callingRoles } from '../../domain/volunteering/activity-people';
import { worksHere } from '../../usecases/pages/find-reader';

type MayDo = (person: Person, community: Community) => boolean;

interface MenuCommand {
  /** What people type for it; Telegram's menu takes Latin letters only. */
  readonly word: string;
  readonly zh: string;
  readonly en: string;
  /** Everybody, when not given. */
  readonly may?: MayDo;
  /** Heard in groups, too; among staff alone, or in all. */
  readonly group?: 'any' | 'staff';
}

const holds =
  (...wanted: readonly Role[]): MayDo =>
  (person) =>
    hasRole(person, wanted);

const sells: MayDo = (_, { rewards }) => rewards.length > 0;
const atAShop: MayDo = ({ id }, { rewards, shops }) =>
  rewards.length > 0 && shops.some(({ people }) => people.includes(id));

const commands = {
  report: {
    word: '报',
    zh: '报一件事，后面写清楚在哪里、怎么了',
    en: 'Report something: say where and what',
    group: 'any',
  },
  mine: { word: '我的', zh: '我的事办到哪一步', en: 'How far my matters are', group: 'any' },
  points: { word: '积分', zh: '我的积分', en: 'My points' },
  statement: { word: '账单', zh: '积分是怎么来的', en: 'Where my points came from' },
  redeem: { word: '兑', zh: '积分能换什么', en: 'What points buy', may: sells },
  honours: { word: '光荣榜', zh: '这个月的光荣榜', en: "This month's honours" },
  account: { word: '大账单', zh: '养老的钱收了多少、用在哪里', en: 'The public elder-care account' },
  shift_on: { word: '上班', zh: '骑手上班了', en: 'My shift begins', may: holds('rider') },
  shift_off: { word: '下班', zh: '骑手下班了', en: 'My shift ends', may: holds('rider') },
  checkout: {
    word: '签退',
    zh: '志愿活动做完了，走之前按',
    en: "Leaving a volunteers' call",
    may: holds('volunteer', 'captain'),
  },
  service: { word: '服务', zh: '记一次志愿服务', en: 'Note hours served', may: holds('volunteer', 'captain') },
  launch: { word: '发起', zh: '发起志愿活动', en: 'Call for volunteers', may: holds(...callingRoles) },
  collect: { word: '核销', zh: '核销领取码', en: 'Hand out what a code is for', may: atAShop },
  restock: { word: '进货', zh: '记进货', en: 'Note new stock', may: atAShop },
  todo: { word: '待办', zh: '该我办的事', en: 'What is mine to do', may: worksHere, group: 'staff' },
  duty: { word: '值班 我', zh: '现在起我值班', en: 'I am on duty now', may: holds(...handlerRoles) },
  back: { word: '销假', zh: '休假回来了', en: 'Back from leave', may: holds(...handlerRoles) },
  ledger: {
    word: '台账',
    zh: '关爱台账',
    en: 'The ledger of people in care',
    may: (person, { care }) => care !== null && hasRole(person, registrars),
  },
  board: { word: '看板', zh: '登录看板', en: 'Open the board', may: worksHere },
  brief: { word: '简报', zh: '今天怎么样', en: 'How today is going', may: holds('staff', 'director') },
  invite: {
    word: '邀请',
    zh: '请人进来，后面写身份',
    en: 'Invite somebody: say as what',
    may: holds('staff', 'director'),
  },
  my_data: { word: '我的资料', zh: '这里记着我什么', en: 'What is kept on me' },
  my_page: { word: '我的网页', zh: '在网页上看我的事', en: 'My matters on a page' },
  person: { word: '人工', zh: '请工作人员来答', en: 'Ask for a person', group: 'any' },
  help: { word: '帮助', zh: '能做什么', en: 'What I can do', group: 'any' },
} as const satisfies Readonly<Record<string, MenuCommand>>;

const menu: readonly (readonly [string, MenuCommand])[] = Object.entries(commands);

/** `/mine` is `我的`. */
export const wordOfCommand: ReadonlyMap<string, string> = new Map(menu.map(([name, { word }]) => [`/${name}`, word]));

/** Names of commands, in their order. */
export type MenuNames = readonly string[];

const namesWhere = (fits: (command: MenuCommand) => boolean): MenuNames =>
  menu.flatMap(([name, command]) => (fits(command) ? [name] : []));

/** In a private chat: only what this person may do. Who isn't heard can still report a danger. */
export const menuOf = (person: Person, community: Community): MenuNames =>
  person.banned ? ['report'] : namesWhere(({ may }) => may === undefined || may(person, community));

/** In a group everybody sees the same. */
export const menuOfGroup = (purpose: ChatPurpose | null): MenuNames =>
  namesWhere(({ group }) => group === 'any' || (group === 'staff' && purpose === 'staff'));

export const commandsIn = (
  names: MenuNames,
  language: 'zh' | 'en',
): readonly { readonly command: string; readonly description: string }[] =>
  menu.flatMap(([name, command]) => (names.includes(name) ? [{ command: name, description: command[language] }] : []));
