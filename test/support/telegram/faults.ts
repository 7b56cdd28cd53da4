/** What can go wrong between a bot and Telegram. */
export type FaultKind =
  /** answered with this status, nothing done: 500 as JSON, others as the gateway's page */
  | { kind: 'status'; status: number }
  /** the connection is reset and nothing is done */
  | { kind: 'reset-before' }
  /** the work is done and the answer is lost */
  | { kind: 'reset-after' }
  /** no answer for so long; then the work is done if the caller is still there */
  | { kind: 'hang'; ms: number }
  /** the work is done at once and the answer comes so late */
  | { kind: 'hang-after'; ms: number }
  | { kind: 'retry-after'; seconds: number }
  /** any other refusal, such as a 403 */
  | { kind: 'refuse'; code: number; description: string };

export type Fault = FaultKind & {
  /** A method's name, `file` for downloads, `*` for all; without it all but getUpdates. */
  method?: string;
  chat?: number;
  /** How many calls it hits; 1 unless told. */
  times?: number;
  /** Hits one in so many of the calls that fit, until the faults are cleared. */
  oneIn?: number;
};

interface Armed {
  fault: Fault;
  left: number;
  passed: number;
}

export class Faults {
  private armed: Armed[] = [];

  add(fault: Fault): void {
    this.armed.push({ fault, left: fault.times ?? 1, passed: 0 });
  }

  clear(): void {
    this.armed = [];
  }

  /** The fault for this call, used up once. */
  next(method: string, chatId: number | undefined): Fault | undefined {
    const hit = this.armed.find((armed) => {
      const { fault } = armed;
      const wanted = fault.method?.toLowerCase();
      const called = wanted === undefined ? method !== 'getupdates' : wanted === '*' || wanted === method;
      const fits = called && (fault.chat === undefined || fault.chat === chatId);
      if (!fits || fault.oneIn === undefined) return fits;
      armed.passed = (armed.passed + 1) % fault.oneIn;
      return armed.passed === 0;
    });
    if (!hit) return undefined;
    if (hit.fault.oneIn !== undefined) return hit.fault;
    hit.left -= 1;
    if (hit.left <= 0) this.armed = this.armed.filter((one) => one !== hit);
    return hit.fault;
  }
}
