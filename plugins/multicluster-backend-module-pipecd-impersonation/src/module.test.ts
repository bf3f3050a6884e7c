import { startTestBackend } from '@backstage/backend-test-utils';
import {
  PipecdActAs,
  pipecdActAsExtensionPoint,
} from '@fairway/backstage-plugin-multicluster-backend-module-pipecd';
import { jwtVerify } from 'jose';
import impersonation from './index';

const KEY = Buffer.from('an encryption key of thirty-two bytes and more\n');
const NOW = Date.UTC(2026, 10, 20, 12);

describe('multiclusterModulePipecdImpersonation', () => {
  async function installed(): Promise<PipecdActAs> {
    const given: PipecdActAs[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          pipecdActAsExtensionPoint,
          {
            setActAs(actAs) {
              given.push(actAs);
            },
          },
        ],
      ],
      features: [impersonation],
    });
    await backend.stop();
    return given[0];
  }

  it('signs a session of one person for a minute, with the least role that may act', async () => {
    const actAs = await installed();
    const token = await actAs.sign({
      key: KEY,
      project: 'demo',
      user: 'alice',
      now: NOW,
    });
    const { payload } = await jwtVerify(token, KEY, {
      currentDate: new Date(NOW),
    });
    expect(payload).toEqual({
      iss: 'PipeCD',
      sub: 'alice',
      // Clocks differ, and no moment may be in the future.
      iat: NOW / 1000 - 45,
      nbf: NOW / 1000 - 45,
      exp: NOW / 1000 + 60,
      role: { project_id: 'demo', project_rbac_roles: ['Editor'] },
    });
  });

  it('signs with every byte of the key, a line end too', async () => {
    const actAs = await installed();
    const person = { project: 'demo', user: 'alice', now: Date.now() };
    const token = await actAs.sign({ ...person, key: KEY });
    const trimmed = KEY.subarray(0, KEY.length - 1);
    await expect(jwtVerify(token, trimmed)).rejects.toThrow('signature');
  });
});
