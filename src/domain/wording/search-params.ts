/** What is said while somebody is missed, looked for, and found. */
export interface SearchParams {
  /** Stands where a message was that showed the person, on platforms that do not delete it. */
  'ticket.taken-back': { number: number };
}
