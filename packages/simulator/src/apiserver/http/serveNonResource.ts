import { ApiServerContext } from '../ApiServerContext';
import { Exchange } from './Exchange';

/** `/version`, `/readyz`, `/livez`, `/healthz`. Returns false for every other path. */
export async function serveNonResource(
  context: ApiServerContext,
  exchange: Exchange,
): Promise<boolean> {
  if (exchange.path === '/version') {
    await exchange.json(200, versionInfo(context.version));
    return true;
  }
  if (/^\/(readyz|livez|healthz)$/.test(exchange.path)) {
    exchange.text(200, 'ok');
    return true;
  }
  return false;
}

function versionInfo(gitVersion: string): object {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    gitVersion,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2026-06-10T00:00:00Z',
    goVersion: 'go1.26.0',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
