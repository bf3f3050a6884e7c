import { StageStatus } from '../../model/enums';
import type { StageRunner } from '../StageContext';

const EVERY = 10;

/** WAIT: says every ten seconds how long it has waited. */
export const wait: StageRunner = context => {
  const { host, spec } = context;
  const seconds = spec.duration ?? 0;
  const now = host.controlPlane.now();
  const since =
    host.version === 'v1'
      ? ` since ${new Date(now * 1000)
          .toISOString()
          .replace('T', ' ')
          .replace('.000Z', ' +0000 UTC')}`
      : '';
  context.setMetadata({
    startTime: context.stage().metadata?.startTime ?? String(now),
  });
  context.log(`Waiting for ${seconds}s${since}...`);
  for (let passed = EVERY; passed < seconds; passed += EVERY) {
    context.after(passed * 1000, () => context.log(`${passed}s elapsed...`));
  }
  context.after(seconds * 1000, () => {
    context.log(`Waited for ${seconds}s`);
    context.finish(StageStatus.SUCCESS);
  });
  return () => context.log('Cancelled');
};
