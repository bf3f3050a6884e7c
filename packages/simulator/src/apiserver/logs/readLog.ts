import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { logQuery } from './logQuery';
import { LogLine, LogQuery } from './ReadLogs';

/** `GET …/pods/{name}/log`: the lines there are, and with `follow` each later one as it is written. */
export function readLog(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): void {
  const { type, namespace, name } = target;
  const query = logQuery(target, exchange.query);
  const pod = context.store.get(type, namespace, name);
  if (!pod) {
    throw failures.notFound(type, name);
  }
  checkContainer(name, query, pod.spec);
  const source = context.readLogs?.(query);
  const { response } = exchange;
  exchange.head(200, { 'content-type': 'text/plain' });
  response.flushHeaders();
  selected(source?.lines ?? [], query, context.store.now()).forEach(line =>
    response.write(written(line, query)),
  );
  if (!source || !['true', '1'].includes(exchange.query.get('follow') ?? '')) {
    response.end();
    return;
  }
  const stop = source.follow(
    line => response.write(written(line, query)),
    () => response.end(),
  );
  response.on('close', stop);
}

function checkContainer(pod: string, query: LogQuery, spec: unknown): void {
  const { containers = [] } = (spec ?? {}) as {
    containers?: Array<{ name: string }>;
  };
  const names = containers.map(container => container.name);
  if (query.container && !names.includes(query.container)) {
    throw failures.badRequest(
      `container ${query.container} is not valid for pod ${pod}`,
    );
  }
  if (!query.container && names.length > 1) {
    throw failures.badRequest(
      `a container name must be specified for pod ${pod}, choose one of: [${names.join(
        ' ',
      )}]`,
    );
  }
}

function selected(lines: LogLine[], query: LogQuery, now: Date): LogLine[] {
  const { sinceSeconds, tailLines } = query;
  const recent =
    sinceSeconds === undefined
      ? lines
      : lines.filter(({ at }) => at >= now.getTime() - sinceSeconds * 1000);
  return tailLines === undefined
    ? recent
    : recent.slice(Math.max(0, recent.length - tailLines));
}

function written({ at, text }: LogLine, { timestamps }: LogQuery): string {
  return timestamps ? `${new Date(at).toISOString()} ${text}\n` : `${text}\n`;
}
