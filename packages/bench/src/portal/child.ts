import { recordOwnTime } from './ownTime';
import { installProbe } from './probe';

installProbe(recordOwnTime());

// The portal itself, as `npm start` runs it.
import('../../../backend/src/index').catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
