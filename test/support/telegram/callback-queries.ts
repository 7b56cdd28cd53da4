/** What the person sees after a press. */
export interface CallbackAnswer {
  text: string | undefined;
  showAlert: boolean;
  url: string | undefined;
}

interface Open {
  askedAt: number;
  answered: (answer: CallbackAnswer) => void;
}

/** Presses that wait for their one answer. */
export class CallbackQueries {
  private readonly open = new Map<string, Open>();
  private count = 0;

  constructor(
    private readonly seconds: () => number,
    private readonly lifetimeSeconds: () => number,
  ) {}

  ask(answered: (answer: CallbackAnswer) => void): string {
    this.count += 1;
    const id = `4382${String(this.count).padStart(14, '0')}`;
    this.open.set(id, { askedAt: this.seconds(), answered });
    return id;
  }

  /** False when there is none such, it was answered, or it is too old. */
  answer(id: string, answer: CallbackAnswer): boolean {
    const asked = this.open.get(id);
    this.open.delete(id);
    if (!asked || this.seconds() - asked.askedAt > this.lifetimeSeconds()) return false;
    asked.answered(answer);
    return true;
  }
}
