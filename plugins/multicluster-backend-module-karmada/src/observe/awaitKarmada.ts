import { setTimeout as sleep } from 'node:timers/promises';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { ObserveContext } from '@fairway/backstage-plugin-multicluster-node';
import { Discovery } from '../Discovery';
import { fixedLanes } from './fixedLanes';

/**
 * Resolves when the server may be a Karmada control plane. One that serves no `work.karmada.io` is named instead of being
 * asked for ever: it is usually the cluster that hosts Karmada. A server that tells nothing is left to the lanes, which
 * report for themselves.
 *
 * @internal
 */
export async function awaitKarmada(
  context: ObserveContext,
  discovery: Discovery,
  retryMs: number,
): Promise<void> {
  const { report, signal } = context;
  let named = false;
  while (!signal.aborted) {
    const catalog = await discovery.read(0).catch(() => undefined);
    if (!catalog || catalog.servesGroup('work.karmada.io')) {
      for (const { lane } of named ? fixedLanes : []) {
        report.recovered(lane);
      }
      return;
    }
    named = true;
    for (const { lane, subject } of fixedLanes) {
      report.declare(lane, { subject });
      report.problem(lane, {
        code: 'not-served',
        sentence: sentence('source.hostCluster'),
      });
    }
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}
