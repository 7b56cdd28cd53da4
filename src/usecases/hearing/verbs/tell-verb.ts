import type { CallBackAnswer } from '../../../domain/ticket/calling-back/answer-call-back';
import type { TellingWay } from '../../../domain/ticket/in-person/told';
import type { VerbMeaning } from './verb-meaning';

const ways: readonly (readonly [TellingWay, RegExp])[] = [
  ['home', /上门|家里|登门/u],
  ['phone', /电话|打了|通话/u],
  ['desk', /当面|窗口|大厅|见面|面谈/u],
];

/** From what they said, the negative ones first. */
const outcomes: readonly (readonly [CallBackAnswer, RegExp])[] = [
  ['not-solved', /[没未]有?(?:解决|办好|弄好)|还没好/u],
  ['not-seen-yet', /还?没(?:去|有去)?看/u],
  ['solved-unsatisfied', /[不没](?:太|大|怎么|很|是很)?满意/u],
  ['solved-satisfied', /满意/u],
];

const firstIn = <K>(table: readonly (readonly [K, RegExp])[], text: string): K | null =>
  table.find(([, words]) => words.test(text))?.[0] ?? null;

/** `告知 #12 上门 满意`: somebody without a phone was told, and what they said to it. */
export const tellInPerson: VerbMeaning = {
  command: ({ person: by, typed, said }) => {
    const text = `${typed.rest} ${typed.reason}`;
    return {
      kind: 'tell',
      by,
      how: firstIn(ways, text),
      words: said?.id ?? null,
      answer: firstIn(outcomes, text),
    };
  },
};
