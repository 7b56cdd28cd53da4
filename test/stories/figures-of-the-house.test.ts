import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sandboxWorld } from '../support/story-sandbox';

test('the figures tell of messages, decisions, deadlines and dangers, and the dashboard asks for nothing else', async () => {
  const world = await sandboxWorld();
  const figures = async () => (await fetch(`${world.app.address}/metrics`)).text();
  const valueOf = (text: string, series: string): number =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length) ?? Number.NaN,
    );
  try {
    await world.posts('zhang-nainai', 'residents', { text: '6号楼门口的垃圾桶满了，没人收' });
    await world.posts('zhang-nainai', 'residents', { text: '今天天气真好' });
    await world.posts('zhang-nainai', 'residents', { text: '5号楼2单元楼道里煤气味好大' });
    await world.writes('wang-fang', { text: '我负责 #102' });
    await world.jump(3 * 24 * 60);
    const text = await figures();
    expect(valueOf(text, 'linli_inbound_total{platform="sandbox",kind="message",outcome="heard"}')).toBe(3);
    expect(valueOf(text, 'linli_inbound_total{platform="sandbox",kind="message",outcome="silent"}')).toBe(1);
    expect(valueOf(text, 'linli_decisions_total{matter="ticket",outcome="committed"}')).toBeGreaterThan(3);
    expect(valueOf(text, 'linli_sends_total{platform="sandbox",outcome="sent"}')).toBeGreaterThan(3);
    expect(valueOf(text, 'linli_alarms_total')).toBeGreaterThan(0);
    expect(valueOf(text, 'linli_alarm_seconds_count')).toBe(1);
    expect(valueOf(text, 'linli_breaches_total{stage="claim"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'linli_ticks_late_total{matter="ticket"}')).toBeGreaterThan(0);
    expect(valueOf(text, 'linli_up{part="queue"}')).toBe(1);
    // No id, name or word of anybody is in a label.
    expect(text).not.toMatch(/zhang|wang-fang|ticket-10|垃圾/);

    const dashboard = readFileSync(resolve(__dirname, '../../docs/grafana.json'), 'utf8');
    const asked = new Set(dashboard.match(/\b(?:linli|process|nodejs)_[a-z0-9_]+/g));
    const known = new Set(text.match(/^(?:linli|process|nodejs)_[a-z0-9_]+/gm));
    for (const name of text.match(/^# TYPE \S+/gm) ?? []) known.add(name.slice('# TYPE '.length));
    expect([...asked].filter((name) => !known.has(name) && !known.has(name.replace(/_bucket$/, '')))).toEqual([]);
  } finally {
    await world.stop();
  }
});
