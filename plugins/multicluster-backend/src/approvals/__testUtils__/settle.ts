import { ApprovalWorld } from './approvalWorld';

/** Lets a worker do everything that is due, looking ahead in time where something waits. */
export async function settle(
  world: Pick<ApprovalWorld, 'worker' | 'clock'>,
  rounds = 12,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await world.worker.round();
    world.clock.ahead += 2_000;
  }
}
