import type { Folds } from '../folds';

export const proofFolds: Folds<'photo-seen' | 'photo-checked' | 'proved' | 'photo-explained'> = {
  'photo-seen': (ticket) => ticket,
  'photo-checked': (ticket, { fault }) => ({ ...ticket, photoCheck: fault === null ? 'passed' : 'failed' }),
  proved: (ticket, { photos }) => ({
    ...ticket,
    photoCheck: null,
    resolution: ticket.resolution && { ...ticket.resolution, photos: [...ticket.resolution.photos, ...photos] },
  }),
  'photo-explained': (ticket) => ({ ...ticket, photoCheck: 'reason' }),
};
