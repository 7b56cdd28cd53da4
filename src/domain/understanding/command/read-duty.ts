/** Words about who is there and who is not. `who` null: the person who says it. */
export type DutyCommand =
  | { readonly kind: 'duty'; readonly verb: 'on-duty'; readonly who: string | null; readonly when: string }
  | {
      readonly kind: 'duty';
      readonly verb: 'leave';
      readonly who: string | null;
      readonly when: string;
      readonly substitute: string | null;
    }
  | { readonly kind: 'duty'; readonly verb: 'substitute'; readonly substitute: string }
  | { readonly kind: 'duty'; readonly verb: 'back' };

const ending = /[。.!！~\s]+$/u;

/** "由 李强 代" at the end; names are 2 to 12 characters. */
const byWhom = /[,，\s]*由\s*(\S{2,12}?)\s*(?:代班|代)$/u;

/** Words that begin a time, so that what stands before them is a name. */
const timeAhead = /^(?:从|到|至|今|明|后|大后|这|本|下|周|星期|礼拜|\d|[一二两三四五六七八九十]+天)/u;

const whoAndWhen = (rest: string): { readonly who: string | null; readonly when: string } => {
  const [first = '', ...others] = rest.trim().split(/\s+/u);
  if (first === '' || timeAhead.test(first)) return { who: null, when: rest.trim() };
  return { who: first === '我' ? null : first, when: others.join(' ') };
};

/**
 * `值班 我`, `值班 王芳 周六`, `请假 到 周五 由 李强 代`, `由 李强 代`, `销假`: heard in private and among staff; from those
 * who hold no office it is plain talk. The verb is followed by a blank or a time, so that 值班室 and 请假条 are none.
 */
export const readDuty = (folded: string): DutyCommand | null => {
  const text = folded.replace(ending, '');
  if (text === '销假' || text === '销假 我') return { kind: 'duty', verb: 'back' };
  const substitute = byWhom.exec(text)?.[1] ?? null;
  if (substitute !== null && /^由/u.test(text)) return { kind: 'duty', verb: 'substitute', substitute };
  const found = /^(值班|请假)(?=$|\s|我$|从|到|至|今|明|后天)\s*/u.exec(text);
  if (!found) return null;
  const rest = text.slice(found[0].length);
  if (found[1] === '值班') return rest === '' ? null : { kind: 'duty', verb: 'on-duty', ...whoAndWhen(rest) };
  return { kind: 'duty', verb: 'leave', ...whoAndWhen(rest.replace(byWhom, '')), substitute };
};
