/** What a matter that was late through an outage still wants of somebody, the most urgent first. */
export const lateNeeds = ['danger', 'unclaimed', 'overdue', 'phone'] as const;
export type LateNeed = (typeof lateNeeds)[number];
