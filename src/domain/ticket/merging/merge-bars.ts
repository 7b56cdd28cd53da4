/** Why two tickets stay two. */
export type MergeBar = 'self' | 'merged' | 'closed' | 'complaint' | 'private' | 'urgency' | 'parts';

/** Why what was merged stays so: what it follows is over, or was itself merged into another. */
export type UnmergeBar = 'over' | 'further';
