import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { ProofParams } from '../../src/domain/wording/proof-params';
import type { MergingParams } from '../../src/domain/wording/merging-params';
import type { Head } from '../../src/domain/wording/params';

type MergingStep = 'merged' | 'absorbed' | 'unmerged' | 'released' | 'same-asked' | 'same-denied';

/** One of each thing that can happen to matters that are, or may be, one. */
export const mergingSteps = (at: string): { readonly [K in MergingStep]: Extract<TicketEvent, { kind: K }> } => {
  const by = { at, by: 'wang' };
  const other = { ticket: 't2', number: 102 };
  return {
    merged: { ...by, kind: 'merged', into: 't2', number: 102 },
    absorbed: { ...by, kind: 'absorbed', ...other, reporters: [], words: ['w2'], photos: [], followers: [] },
    unmerged: { ...by, kind: 'unmerged', from: 't2', number: 102, back: 'claimed', unfollowed: [] },
    released: { ...by, kind: 'released', ...other },
    'same-asked': { at, kind: 'same-asked', other: 't2', number: 102, to: ['zhao'] },
    'same-denied': { ...by, kind: 'same-denied', other: 't2', number: 102 },
  };
};

/** What the history says of each. */
export const mergingStepsSaid: readonly string[] = [
  '和 #102 是同一件，并到那里一起办',
  '#102 是同一件，并了进来',
  '和 #102 不是一件，拆开单独办',
  '#102 不是一件，拆了出去',
  '像是和 #102 同一件，问了报的人和办的人',
  '报的人说和 #102 不是一件',
];

const bars = ['self', 'merged', 'closed', 'complaint', 'private', 'urgency', 'over', 'further'] as const;

/** Every message about merging, in each of its forms. */
export const mergingSamples = (head: Head): { readonly [K in keyof MergingParams]: readonly MergingParams[K][] } => {
  const other = { ...head, number: 102 };
  const both = [true, false];
  return {
    'ticket.same-ask': both.flatMap((alike) =>
      both.map((photo) => ({ ...head, other, words: photo ? ['w1'] : [], alike, photo })),
    ),
    'ticket.same-hint': both.map((alike) => ({ ...head, other, alike })),
    'ticket.merge-ask': [{ ...head, role: 'rider', words: ['w1'], into: other, intoRole: 'resident', intoWords: [] }],
    'ticket.merged': [{ ...head, into: other }],
    'ticket.merged-yours': [{ ...head, into: other }],
    'ticket.absorbed': [{ ...head, other: 102, role: 'rider', words: ['w1'] }],
    'ticket.unmerged': [{ ...head, from: 102 }],
    'ticket.apart': [{ ...head, from: 102 }],
    'refused.merge': bars.map((why) => ({ ...head, why, other: 102 })),
    'refused.merge-into': [head],
  };
};

/** Every step and message about the photos of finished work. */
export const proofSteps = (
  at: string,
): {
  readonly [K in 'photo-seen' | 'photo-checked' | 'proved' | 'photo-explained']: Extract<TicketEvent, { kind: K }>;
} => ({
  'photo-seen': { at, kind: 'photo-seen', photo: 'p1', category: 'fire', danger: true, to: ['wang'] },
  'photo-checked': { at, kind: 'photo-checked', fault: 'same-picture', to: ['wang'] },
  proved: { at, by: 'wang', kind: 'proved', photos: ['p3'] },
  'photo-explained': { at, by: 'wang', kind: 'photo-explained', words: 'w2' },
});

export const proofStepsSaid: readonly string[] = [
  '机器看照片像“火情”，可能有危险，请王芳看一眼',
  '办结的照片看不出办好了，请办的人再发一张或说原因',
  '王芳又发了办结的照片',
  '王芳说了没有照片的原因：“已拖走”',
];

export const proofSamples = (head: Head): { readonly [K in keyof ProofParams]: readonly ProofParams[K][] } => ({
  'ticket.photo-danger': [head],
  'ticket.photo-ask': (['same-picture', 'older', 'elsewhere'] as const).map((fault) => ({ ...head, fault })),
  'ticket.photo-doubt': [{ ...head, fault: 'older' }],
  'ticket.photo-more': (['photo', 'reason'] as const).map((want) => ({ ...head, want })),
  'ticket.photo-noted': [true, false].map((photo) => ({ ...head, photo })),
});
