/** Words about who is there. `number` null: none was said. `rest`: the code, or names. */
export interface PresenceReading {
  readonly kind: 'presence';
  readonly verb: 'check-in' | 'check-out' | 'came' | 'absent';
  readonly number: number | null;
  readonly rest: string;
}

const verbs = {
  签到: 'check-in',
  'check in': 'check-in',
  签退: 'check-out',
  'check out': 'check-out',
  都到了: 'came',
  'all came': 'came',
  到了: 'came',
  came: 'came',
  没来: 'absent',
  absent: 'absent',
} as const;

const kind = 'presence';

const form =
  /^(签到|签退|都到了|到了|没来|check in|check out|all came|came|absent)(?![a-z])\s*(?:#\s?(\d{1,9})(?!\d))?[\s:,]*(.*)$/su;

/**
 * `签到 4711` anywhere; `签到` and `签退` alone in private; `到了 #101 姓名` and `没来 #101 姓名` with the number, for
 * without it they are what people say all day.
 */
export const findPresence = (folded: string, isPrivate: boolean): PresenceReading | null => {
  const found = form.exec(folded.trim());
  const word = found?.[1];
  if (found === null || word === undefined || !Object.hasOwn(verbs, word)) return null;
  const verb = verbs[word as keyof typeof verbs];
  const number = found[2] === undefined ? null : Number(found[2]);
  const rest = (found[3] ?? '').trim();
  if (verb === 'came' || verb === 'absent')
    return number === null || /[吗么?]$/u.test(rest) ? null : { kind, verb, number, rest };
  const code = /^\d{4}$/u.test(rest);
  if (verb === 'check-in' && code) return { kind, verb, number, rest };
  // Digits and letters that are no code are a slip, and not talk of 签到 itself.
  const slip = verb === 'check-in' && isPrivate && /^[a-z0-9][a-z0-9\s-]{0,20}$/iu.test(rest);
  return (rest === '' || slip) && (isPrivate || number !== null) ? { kind, verb, number, rest } : null;
};

/** Who came, in answer to the question: "都到了", "没来 王芳", "王芳没来，别人都到了", "到了 王芳 李强". */
export interface CameReading {
  readonly came: 'all' | readonly string[];
  readonly absent: readonly string[];
}

const namesIn = (words: string): readonly string[] => words.split(/[\s,，、;；和跟]+/u).filter((name) => name !== '');

export const readCame = (text: string): CameReading | null => {
  const plain = text.trim().replace(/[。.!！]+$/u, '');
  if (plain === '' || /[吗么?？]$/u.test(plain)) return null;
  const all =
    /\b(?:all|everybody|everyone)(?: of them)? came\b|(?:别人|其他人?|其余|剩下的?|大家)?(?:都|全)(?:部)?(?:到|来)(?:了|齐)/iu;
  const rest = plain.replace(all, ' ').trim();
  const behind =
    /^(?:没(?:有)?来|absent)[:：\s]*(.+)$/iu.exec(rest) ??
    /^(.+?)\s*没(?:有)?来$/u.exec(rest.replace(/[,，\s]+$/u, ''));
  if (behind) return { came: all.test(plain) ? 'all' : [], absent: namesIn(behind[1] ?? '') };
  if (all.test(plain) && rest === '') return { came: 'all', absent: [] };
  const came = /^(?:到了|来了)[:：\s]*(.+)$/u.exec(rest) ?? /^(.+?)\s*(?:到了|来了)$/u.exec(rest);
  return came ? { came: namesIn(came[1] ?? ''), absent: [] } : null;
};
