/** The few words that only Telegram needs; everything else is said by the wording catalogue. */
const words = {
  zh: {
    'press.foreign': '这个按钮用不了了，请直接打字回复。',
    'press.failed': '刚才没办成，已经告诉工作人员。请稍后再试，或直接打字回复。',
  },
  en: {
    'press.foreign': 'This button no longer works; please type your answer.',
    'press.failed': 'That did not work; staff have been told. Please try again later, or type your answer.',
  },
} as const;

export const telegramWords = (key: keyof (typeof words)['zh'], language: string | undefined): string =>
  words[language?.startsWith('en') ? 'en' : 'zh'][key];
