import type { UpdateBodies, UpdateKind, WireUpdate } from './wire';

/** These come only when they are asked for by name. */
const ON_REQUEST: ReadonlySet<string> = new Set<UpdateKind>(['chat_member']);
const KEPT_SECONDS = 24 * 60 * 60;

interface Queued {
  update: WireUpdate;
  addedAt: number;
}

/** The updates a bot has not yet confirmed. */
export class UpdateQueue {
  /** Every update ever made, for assertions. */
  readonly log: WireUpdate[] = [];
  private pending: Queued[] = [];
  /** Handed out once more, whatever has been confirmed. */
  private repeats: Queued[] = [];
  private lastId = 100_000;
  private allowedKinds: readonly string[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly seconds: () => number) {}

  get allowed(): readonly string[] {
    return this.allowedKinds;
  }

  get length(): number {
    return this.repeats.length + this.pending.length;
  }

  /** Holds for updates made from now on; an empty list is the default. */
  allow(kinds: readonly string[]): void {
    this.allowedKinds = kinds;
  }

  private wants(kind: string): boolean {
    return this.allowedKinds.length > 0 ? this.allowedKinds.includes(kind) : !ON_REQUEST.has(kind);
  }

  add<K extends UpdateKind>(kind: K, body: UpdateBodies[K]): number | undefined {
    if (!this.wants(kind)) return undefined;
    this.lastId += 1;
    const update: WireUpdate = { update_id: this.lastId, [kind]: structuredClone(body) };
    this.log.push(update);
    this.pending.push({ update, addedAt: this.seconds() });
    this.notify();
    return this.lastId;
  }

  repeat(updateId: number): void {
    const update = this.log.find((one) => one.update_id === updateId);
    if (!update) throw new Error(`there was no update ${updateId}`);
    this.repeats.push({ update, addedAt: this.seconds() });
    this.notify();
  }

  private forgetOld(): void {
    const oldest = this.seconds() - KEPT_SECONDS;
    this.pending = this.pending.filter(({ addedAt }) => addedAt >= oldest);
  }

  /** For getUpdates: an offset confirms all before it; a negative one keeps only so many of the last. */
  take(offset: number, limit: number): WireUpdate[] {
    this.forgetOld();
    if (offset < 0) this.pending = this.pending.slice(offset);
    else this.pending = this.pending.filter(({ update }) => update.update_id >= offset);
    const repeats = this.repeats.splice(0, limit);
    return [...repeats, ...this.pending.slice(0, limit - repeats.length)].map(({ update }) => update);
  }

  /** For the webhook: the update whose turn it is. */
  head(): WireUpdate | undefined {
    this.forgetOld();
    return (this.repeats[0] ?? this.pending[0])?.update;
  }

  /** The update at the head has been taken. */
  drop(update: WireUpdate): void {
    if (this.repeats[0]?.update === update) this.repeats.shift();
    else this.pending = this.pending.filter((one) => one.update !== update);
  }

  clear(): void {
    this.pending = [];
    this.repeats = [];
  }

  onAdded(listener: () => void): void {
    this.listeners.add(listener);
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
