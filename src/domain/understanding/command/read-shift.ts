/** Where a rider is at home, and when they are at work. `until`: in the rider's own words. */
export type ShiftCommand =
  | { readonly kind: 'shift'; readonly verb: 'station'; readonly place: string }
  | { readonly kind: 'shift'; readonly verb: 'on'; readonly until: string }
  | { readonly kind: 'shift'; readonly verb: 'off' };

const ending = /[。.!！~\s]+$/u;

/** `我在 畅小站 站`, `上班`, `上班 到 18点`, `下班`: from those who are no riders it is plain talk. */
export const readShift = (folded: string): ShiftCommand | null => {
  const text = folded.replace(ending, '');
  const place = /^我在\s*(?<place>[^\s,，]{1,12}站)(?:\s*站)?$/u.exec(text)?.groups?.['place'];
  if (place !== undefined) return { kind: 'shift', verb: 'station', place };
  const on = /^(?:上班|开工)了?(?:[\s,，]*(?<until>(?:到|至).{1,12}))?$/u.exec(text);
  if (on) return { kind: 'shift', verb: 'on', until: on.groups?.['until'] ?? '' };
  return /^(?:下班|收工)了?$/u.test(text) ? { kind: 'shift', verb: 'off' } : null;
};
