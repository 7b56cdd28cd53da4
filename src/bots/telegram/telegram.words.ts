/** The few words that only Telegram needs; everything else is said by the wording catalogue. */
const words = {
  zh: {
    'press.foreign': '这个按钮用不了了，请直接打字回复。',
    'press.failed': '刚才没办成，已经告诉工作人员。请稍后再试，或直接打字回复。',
    'command.report': '报一件事，后面写清楚在哪里、怎么了',
    'command.mine': '我的事办到哪一步',
    'command.points': '我的积分',
    'command.person': '请工作人员来答',
    'command.help': '能做什么',
  },
  en: {
    'press.foreign': 'This button no longer works; please type your answer.',
    'press.failed': 'That did not work; staff have been told. Please try again later, or type your answer.',
    'command.report': 'Report something: say where and what',
    'command.mine': 'How far my matters are',
    'command.points': 'My points',
    'command.person': 'Ask for a person',
    'command.help': 'What I can do',
  },
} as const;

type Language = keyof typeof words;

export const telegramWords = (key: keyof (typeof words)['zh'], language: string | undefined): string =>
  words[language?.startsWith('en') ? 'en' : 'zh'][key];

const commands = ['report', 'mine', 'points', 'person', 'help'] as const;

export const commandsIn = (language: Language): readonly { readonly command: string; readonly description: string }[] =>
  commands.map((command) => ({ command, description: words[language][`command.${command}`] }));
