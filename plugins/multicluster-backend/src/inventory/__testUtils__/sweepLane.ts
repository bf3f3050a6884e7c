import {
  FleetFact,
  FleetSink,
} from '@fairway/backstage-plugin-multicluster-node';

/** Lists a lane from beginning to end, in pages of 500. */
export async function sweepLane(
  sink: FleetSink,
  lane: string,
  facts: FleetFact[],
  checkpoint = '100',
): Promise<void> {
  const sweep = await sink.beginSweep(lane);
  for (let at = 0; at < facts.length; at += 500) {
    await sweep.page(facts.slice(at, at + 500));
  }
  await sweep.complete(checkpoint);
}
