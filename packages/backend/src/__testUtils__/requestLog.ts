import { Simulator } from '@fairway/simulator';

/** What was asked of a control plane, by whomever. */
export interface RequestLog {
  /** Resources that were listed, in pages or as a streaming list. */
  lists(): string[];
  /** Watches that went on from a resourceVersion: `resourcebindings 123`. */
  resumes(): string[];
  clear(): void;
}

const COLLECTION =
  /^\/(?:api|apis\/[^/]+)\/[^/]+\/(?:namespaces\/[^/]+\/)?([^/]+)$/;

/** Keeps a log of the requests for collections that a simulator gets from now on. */
export function requestLog({ server }: Simulator): RequestLog {
  let lists: string[] = [];
  let resumes: string[] = [];
  const handle = server.handle.bind(server);
  server.handle = (exchange, as) => {
    const [, resource] = COLLECTION.exec(exchange.path) ?? [];
    if (resource && exchange.method === 'GET') {
      const from = exchange.query.get('resourceVersion');
      const watch = exchange.flag('watch');
      if (watch && !exchange.flag('sendInitialEvents')) {
        resumes.push(`${resource} ${from}`);
      } else if (watch || exchange.query.get('limit') !== '1') {
        // A list of one object asks how far the server is, and reads nothing.
        lists.push(resource);
      }
    }
    return handle(exchange, as);
  };
  return {
    lists: () => [...lists],
    resumes: () => [...resumes],
    clear: () => {
      lists = [];
      resumes = [];
    },
  };
}
