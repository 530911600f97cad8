/** Figures for Prometheus, in its text format. */
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface Metrics {
  countRequest(method: string, status: number, seconds: number): void;
  /** A figure that is read when it is asked for. */
  gauge(name: string, help: string, read: () => number): void;
  text(): string;
}

export const createMetrics = (): Metrics => {
  const requests = new Map<string, { count: number; seconds: number }>();
  const gauges: { name: string; help: string; read: () => number }[] = [];
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  const metrics: Metrics = {
    countRequest: (method, status, seconds) => {
      const key = `method="${method}",status="${status}"`;
      const counted = requests.get(key) ?? { count: 0, seconds: 0 };
      counted.count++;
      counted.seconds += seconds;
      requests.set(key, counted);
    },
    gauge: (name, help, read) => gauges.push({ name, help, read }),
    text: () => {
      const lines = ["# HELP slate_http_requests_total Requests answered.", "# TYPE slate_http_requests_total counter"];
      for (const [labels, { count }] of requests) lines.push(`slate_http_requests_total{${labels}} ${count}`);
      lines.push("# HELP slate_http_seconds_total Time spent answering.", "# TYPE slate_http_seconds_total counter");
      for (const [labels, { seconds }] of requests)
        lines.push(`slate_http_seconds_total{${labels}} ${seconds.toFixed(6)}`);
      for (const { name, help, read } of gauges)
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${read()}`);
      return `${lines.join("\n")}\n`;
    },
  };
  metrics.gauge("slate_resident_bytes", "Memory of the server process.", () => process.memoryUsage.rss());
  metrics.gauge("slate_event_loop_delay_p99_seconds", "99th percentile since the last reading.", () => {
    const seconds = lag.percentile(99) / 1e9;
    lag.reset();
    return Number.isFinite(seconds) ? seconds : 0;
  });
  return metrics;
};
