import { recorded } from '../__testUtils__/recorded';
import { Session } from '../session/Session';
import { protocol, ServiceName } from './protocol';

/** Recorded, and left out of the definitions because nothing here reads them. */
const UNREAD = new Set([
  'keys',
  'config',
  'repositories',
  'cloud_providers',
  'secret_encryption',
  'desired_version',
  'avatar_url',
]);

const exchanges = recorded('raw-answers');

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !UNREAD.has(key))
        .map(([key, part]) => [key, plain(part)]),
    );
  }
  return value;
}

describe('protocol', () => {
  it('reads what a real control plane sent as it was recorded', () => {
    expect(exchanges.length).toBeGreaterThan(20);
    for (const {
      service,
      call,
      response,
      response_bytes_base64,
    } of exchanges) {
      const bytes = Buffer.from(response_bytes_base64!, 'base64');
      const decoded = protocol(service!)[call!].responseDeserialize(bytes);

      expect(plain(decoded)).toEqual(plain(response));
    }
  });

  it('sends options that filter nothing as a message that is there', () => {
    const { requestSerialize } = protocol('web').ListApplications;

    expect(requestSerialize({ options: {} }).toString('hex')).toBe('0a00');
  });

  it('has no field for the filters that end a control plane', () => {
    const { requestSerialize } = protocol('api').ListDeployments;
    const dangerous = { statuses: [''], kinds: [''], limit: 1 };

    expect(requestSerialize(dangerous).toString('hex')).toBe('3001');
  });

  it('can write down none of the requests after which the recorded control plane was gone', () => {
    const told = recorded('requests-that-stop-the-server');
    const fatal = told.filter(({ call }, place) => {
      const { note = '' } = told[place + 1] ?? {};
      return call !== undefined && note.includes('stopped');
    });
    const ways = fatal.map(({ service, call, request, as }) => {
      const { cookie } =
        (as as { metadata?: { cookie?: string } }).metadata ?? {};
      if (cookie !== undefined) {
        return Session.of(cookie.replace('token=', '')) ? 'sent' : 'no session';
      }
      const method = protocol(service as ServiceName)[call!];
      if (!method) {
        return 'no method';
      }
      const bytes = method.requestSerialize(request!).toString('hex');
      return request!.statuses || request!.kinds
        ? `no filter: ${bytes}`
        : 'options are not optional';
    });

    expect(ways).toEqual([
      'options are not optional',
      'no method',
      'no filter: 3001',
      'no filter: 3001',
      'no session',
      'no session',
      'no session',
    ]);
  });

  it('has no method that needs options which it could lack, but ListApplications', () => {
    expect(Object.keys(protocol('web'))).not.toContain('ListEvents');
  });
});
