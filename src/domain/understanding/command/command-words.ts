/** Verbs that need an anchor: a reply to our card, or a number right behind. */
export const anchored = {
  claim: ['接单', '接', 'claim'],
  resolve: ['办结', '办好了', 'done'],
  'hand-over': ['转'],
  pause: ['等'],
  resume: ['继续'],
  raise: ['上报'],
  convene: ['召集', 'convene'],
  minutes: ['会议纪要', '纪要', 'minutes'],
  note: ['留言', '备注'],
  'ask-reporter': ['问报的人', 'ask reporter'],
  decline: ['退回', '退'],
  'take-charge': ['我负责'],
  'more-hands': ['加人', '还缺人手', '还缺人'],
  'false-alarm': ['误报'],
  danger: ['有危险'],
  'no-danger': ['没有危险'],
  'stand-down': ['解除'],
  assign: ['裁定', '派'],
  pass: ['通过'],
  'send-back': ['驳回'],
  supervise: ['督办'],
  'family-called': ['已联系家属'],
  'police-called': ['已报110', '已打110'],
  return: ['交接'],
  thank: ['感谢'],
  search: ['找人'],
  widen: ['扩大'],
  sighting: ['看到了', '线索'],
  found: ['找到了'],
  family: ['联系人'],
  consider: ['采纳'],
  plan: ['计划'],
  'not-take-up': ['不采纳'],
  look: ['查', 'status'],
  why: ['为什么', 'why'],
  'me-too': ['我也是', 'me too'],
  follow: ['关注', 'follow'],
  unfollow: ['取消关注', '不关注了', 'unfollow'],
  'not-yet': ['还没好'],
  'all-done': ['好了'],
  'ask-part': ['联办', '联', 'joint'],
  'drop-part': ['撤联'],
  settle: ['即办'],
  'on-behalf': ['代办'],
  accompanied: ['陪办'],
  'at-home': ['上门办'],
  'move-visit': ['改约'],
  green: ['绿色通道'],
  'cancel-visit': ['取消预约'],
  merge: ['并', 'merge'],
  unmerge: ['拆开', 'unmerge'],
  tell: ['告知', '已告知'],
  'papers-complete': ['齐了', '材料齐了'],
  'papers-missing': ['还缺'],
  withdraw: ['撤回', '不报了'],
  supplement: ['补充', '更正'],
  'next-step': ['下一步', 'next step'],
  'sign-up': ['报名', '算我一个', '+1', 'sign up'],
  'sign-off': ['取消报名', '不去了', '来不了了', 'sign off'],
  'show-list': ['名单', 'show list'],
  'cancel-activity': ['取消活动', 'cancel activity'],
  'change-activity': ['改活动', 'change activity'],
  'take-back': ['收回积分'],
  'drop-photo': ['去掉照片', 'drop photo'],
} as const;

/** What nobody says of a matter by its bare number: “有危险 110” calls the police. */
export const byHashOnly: readonly AnchoredVerb[] = ['danger', 'no-danger'];

/** Words that are a whole message. */
export const whole = {
  mine: ['我的', 'mine'],
  points: ['积分', 'points'],
  statement: ['账单', 'statement'],
  help: ['帮助', '/start', '/help', 'help', '开始'],
  person: ['人工', '转人工', '电话'],
  'search-me': ['找人叫我'],
  'search-me-not': ['找人别叫我', '找人不叫我'],
  'my-data': ['我的资料', 'my data'],
  'my-page': ['我的网页', '我的链接', 'my page'],
  'forget-me': ['忘记我', '忘了我', 'forget me'],
  'erase-me': ['确认删除', 'confirm deletion'],
  'keep-me': ['不删了', 'keep me'],
  tasks: ['待办'],
  brief: ['简报', 'brief'],
} as const;

export type AnchoredVerb = keyof typeof anchored;
export type WholeVerb = keyof typeof whole;

/** Verbs of calls for volunteers. */
export const activityVerbs = [
  'sign-up',
  'sign-off',
  'show-list',
  'cancel-activity',
  'change-activity',
] as const satisfies readonly AnchoredVerb[];
export type ActivityVerb = (typeof activityVerbs)[number];

/** Words of the work, which staff say in their own group without calling the bot by name. */
export const staffVerbs: readonly WholeVerb[] = ['tasks', 'brief'];

/** Verbs of those who handle, long enough to be meant also without a space behind ("办结已拖走"). */
export const plainVerbs: readonly AnchoredVerb[] = [
  'claim',
  'resolve',
  'raise',
  'note',
  'decline',
  'take-charge',
  'more-hands',
  'false-alarm',
  'stand-down',
  'pass',
  'send-back',
  'withdraw',
  'papers-complete',
  'papers-missing',
  'supplement',
  'next-step',
];
