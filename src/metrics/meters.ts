import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const minutesInSeconds = [15, 30, 60, 120, 180, 300, 600, 1200, 1800, 3600];

/**
 * What is counted in this process. A label takes its values from a fixed list (platforms, kinds, outcomes, our own
 * routes): never an id, a name or an address.
 */
export const createMeters = () => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter<L>({ name, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets = seconds) =>
    new Histogram<L>({ name, help, labelNames: [...labelNames], buckets, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge<L>({ name, help, labelNames: [...labelNames], registers });
  return {
    registry,
    inbound: counter('linli_inbound_total', 'Messages, presses and chat events handled', [
      'platform',
      'kind',
      'outcome',
    ]),
    inboundSeconds: histogram('linli_inbound_seconds', 'From hand-in to commit', ['platform', 'kind']),
    decisions: counter('linli_decisions_total', 'Decisions by what became of them', ['matter', 'outcome']),
    commitSeconds: histogram('linli_commit_seconds', 'One transaction, with its tries', ['outcome']),
    ticks: counter('linli_ticks_total', 'Matters that were looked at because they fell due', ['matter', 'outcome']),
    lateTicks: counter('linli_ticks_late_total', 'Ticks five minutes or more after they were due', ['matter']),
    breaches: counter('linli_breaches_total', 'Deadlines that passed unmet, by stage', ['stage']),
    alarms: counter('linli_alarms_total', 'Rounds of alarms', []),
    alarmSeconds: histogram(
      'linli_alarm_seconds',
      'From the report of a danger until somebody took charge',
      [],
      minutesInSeconds,
    ),
    sends: counter('linli_sends_total', 'Sends and edits by what the platform answered', ['platform', 'outcome']),
    sendSeconds: histogram('linli_send_seconds', 'One call of a platform', ['platform']),
    httpSeconds: histogram('linli_http_seconds', 'Requests by our own route', ['method', 'route', 'status']),
    outbox: gauge('linli_outbox_rows', 'Rows of the outbox that need something', ['state']),
    outboxLag: gauge('linli_outbox_lag_seconds', 'Age of the oldest message that may be sent and is not', []),
    incidents: gauge('linli_incidents_open', 'Incidents that somebody must mend', []),
    sweepAge: gauge('linli_sweep_age_seconds', 'Since the last sweep of any process began; -1: there was none', []),
    backupAge: gauge('linli_backup_age_seconds', 'Since the last backup was made; -1: there is none', []),
    queue: gauge('linli_queue_jobs', 'Jobs in Redis', ['queue', 'state']),
    up: gauge('linli_up', 'Whether what this process needs answers: 1 or 0', ['part']),
  };
};

export type Meters = ReturnType<typeof createMeters>;
