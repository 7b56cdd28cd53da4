/** `简报 …`: figures of what is named behind it. */
export interface BriefCommand {
  readonly kind: 'brief';
  /** As it is recognised: half width, simplified, lower case. */
  readonly of: string;
}

const longest = 24;

const behindABlank = /^(?:简报|brief)[\s:,]+(?<of>\S.*)$/u;

const months = /^简报(?<of>(?:本|这个?|上个?)月)$/u;

/** Heard in private and among staff. What follows is parted by a blank, or is a month, so that 简报写好了 is plain talk. */
export const readBrief = (folded: string): BriefCommand | null => {
  const text = folded.replace(/[。.!！~\s]+$/u, '');
  const of = (behindABlank.exec(text) ?? months.exec(text))?.groups?.['of']?.trim() ?? '';
  return of === '' || of.length > longest ? null : { kind: 'brief', of };
};
