export const roles = [
  'resident',
  'rider',
  'volunteer',
  'captain',
  'grid-worker',
  'grid-leader',
  'staff',
  'director',
  'inspector',
  'shop',
] as const;
export type Role = (typeof roles)[number];

export const chatPurposes = ['residents', 'riders', 'volunteers', 'staff'] as const;
export type ChatPurpose = (typeof chatPurposes)[number];
