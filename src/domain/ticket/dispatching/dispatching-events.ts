import { at, by, event, id, ids } from '../event-shape';

/** Where it goes. */
export const dispatchingEvents = [
  event('dispatched', { ...at, desk: id, handlers: ids }),
  /** To a desk beside the ladder; `by` null: by the pack's rule. */
  event('given-to-desk', { ...at, by: id.nullable(), desk: id, words: id.nullable() }),
  /** 审批分配: `to` approve it and choose among `offered`, or name somebody else. */
  event('approval-asked', { ...at, to: ids, offered: ids }),
  event('assigned', { ...by, to: ids }),
  /** "Not ours": `to` arrange it anew. */
  event('objected', { ...by, words: id, to: ids, offered: ids }),
  /** Too often to and fro: `to` rule who handles it. */
  event('ruling-asked', { ...by, words: id, to: ids, offered: ids }),
  /** Final. `by` null: nobody ruled in time, so the pack's rule did. */
  event('ruled', { ...at, by: id.nullable(), to: id }),
] as const;
