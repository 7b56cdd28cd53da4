/** Loaded into a measured process with `--import`: answers what it used so far; with `collect`, after a collection of garbage. */
process.on('message', ({ collect }) => {
  if (collect) {
    globalThis.gc();
    globalThis.gc();
  }
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ heapUsed, rss, cpuMs: (user + system) / 1000 });
});
process.channel?.unref();
