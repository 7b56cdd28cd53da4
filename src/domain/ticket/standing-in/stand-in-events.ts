import { at, event, id } from '../event-shape';

/** `by` stands in for a person who is away: what was in that one's hands is in theirs. */
export const standInEvents = [event('stood-in', { ...at, person: id, by: id })] as const;
