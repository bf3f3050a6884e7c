import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  describeRunsSource,
  RunsHarness,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { Front } from './__testUtils__/Front';
import {
  REAL_HOOK_SECRET,
  realPipecd,
  realSource,
} from './__testUtils__/real/realPipecd';
import { realWorld } from './__testUtils__/real/realWorld';
import { ScriptedPiped } from './__testUtils__/real/ScriptedPiped';
import { NAMES } from './__testUtils__/worldGates';

const { address, webAddress, signingKeyFile, tls } = realPipecd;
const missing = Object.entries({
  'PIPECD_JOURNEYS=1': process.env.PIPECD_JOURNEYS === '1',
  PIPECD_ADDRESS: address,
  PIPECD_SIGNING_KEY_FILE: signingKeyFile,
  'PIPECD_TLS=plain': tls === 'plain',
}).flatMap(([variable, given]) => (given ? [] : [variable]));

const caller = (name: string, namespace = 'default') => ({
  userEntityRef: `user:${namespace}/${name}`,
  ownershipEntityRefs: [`user:${namespace}/${name}`],
});

async function createHarness(): Promise<RunsHarness> {
  const dir = mkdtempSync(path.join(tmpdir(), 'fairway-pipecd-'));
  const keyFile = path.join(dir, 'key');
  copyFileSync(signingKeyFile!, keyFile);
  const api = await Front.before(address!);
  const web = await Front.before(webAddress!);
  const piped = await ScriptedPiped.register();
  const person = (name: string) => ({ caller: caller(name), nativeId: name });
  return {
    createSource: async () =>
      realSource('signing-key', {
        address: api.address,
        webAddress: web.address,
        signingKeyFile: keyFile,
      }),
    world: realWorld(piped, [api, web], keyFile),
    people: {
      approver: person(NAMES.approver),
      other: person(NAMES.other),
      unmapped: caller(NAMES.approver, 'partners'),
    },
    secrets: [REAL_HOOK_SECRET],
    // A control plane says that a piped is offline when it has been silent for two minutes.
    patienceMs: 150_000,
    close: async () => {
      await piped.close();
      await Promise.all([api.cut(), web.cut()]);
      rmSync(dir, { recursive: true });
    },
  };
}

const skipping = {
  describe: describe.skip,
  it,
  beforeAll,
  afterAll,
} as never;
const running = { describe, it, beforeAll, afterAll };

describeRunsSource(
  missing.length > 0
    ? `PipeCD, real (without ${missing.join(', ')})`
    : 'PipeCD, real',
  missing.length > 0 ? skipping : running,
  {
    timeoutMs: 360_000,
    cannot: {
      breakLists: 'nobody outside can let a control plane fail at a page',
      hideFromLists: 'a control plane lists every deployment that it has',
      setUnknownValue: 'a control plane takes no status that it does not know',
      loseAnswers: 'nobody outside sees when a call was taken',
      forbidDecisions: 'the roles that sessions are signed with are built in',
      addForeignRun: 'it takes a control plane with two projects',
    },
    createHarness,
  },
);
