import path from 'node:path';
import { root } from '../lib/root';
import { recordOwnTime } from './ownTime';
import { installProbe } from './probe';

installProbe(recordOwnTime());

// The portal itself, as `npm start` runs it.
require(path.join(root, 'packages/backend/src/index'));
