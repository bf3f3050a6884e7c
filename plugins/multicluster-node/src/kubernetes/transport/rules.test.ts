import fc from 'fast-check';
import { apiPath } from './apiPath';
import { impersonationHeaders } from './impersonationHeaders';
import { parseRetryAfter } from './parseRetryAfter';
import { redact } from './redact';
import { RequestLimiter } from './RequestLimiter';
import { resourcePath } from './resourcePath';
import { splitLines } from './splitLines';

describe('apiPath', () => {
  it('keeps whatever a segment holds within that segment, also for a server that decodes first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), {
          minLength: 1,
        }),
        segments => {
          fc.pre(!segments.some(s => /^\.\.?$|[/%\\\p{Cc}]/u.test(s)));
          const url = new URL(`https://host${apiPath(...segments)}`);
          expect(url.search + url.hash).toBe('');
          expect(
            url.pathname.slice(1).split('/').map(decodeURIComponent),
          ).toEqual(segments);
          expect(decodeURIComponent(url.pathname)).toBe(
            `/${segments.join('/')}`,
          );
          expect(decodeURIComponent(url.pathname).split('/')).toHaveLength(
            segments.length + 1,
          );
        },
      ),
    );
  });

  it.each([
    '',
    '.',
    '..',
    'a/b',
    '../../secrets',
    'a%2Fb',
    'a\\b',
    'a\nb',
    'a\u0000b',
  ])('refuses the segment %j', segment => {
    expect(() => apiPath('api', segment)).toThrow('segment');
  });

  it('knows where resources live', () => {
    const pods = { group: '', version: 'v1', resource: 'pods' };
    expect(resourcePath(pods)).toBe('/api/v1/pods');
    expect(
      resourcePath(pods, {
        namespace: 'a b',
        name: 'x:y',
        subresource: ['log'],
      }),
    ).toBe('/api/v1/namespaces/a%20b/pods/x%3Ay/log');
    expect(
      resourcePath({ group: 'apps', version: 'v1', resource: 'deployments' }),
    ).toBe('/apis/apps/v1/deployments');
  });
});

describe('impersonationHeaders', () => {
  it.each([
    ['an empty user', { user: '', groups: [] }],
    ['a system user', { user: 'system:admin', groups: [] }],
    ['a system user in capitals', { user: 'System:admin', groups: [] }],
    ['a service account', { user: 'system:serviceaccount:a:b', groups: [] }],
    ['a system group', { user: 'tom', groups: ['ok', 'system:masters'] }],
    [
      'a system group behind a space',
      { user: 'tom', groups: [' system:masters'] },
    ],
    ['an empty group', { user: 'tom', groups: [''] }],
    [
      'a line break',
      { user: 'tom\r\nImpersonate-Group: system:masters', groups: [] },
    ],
    ['a control character', { user: 'tom\u0000', groups: [] }],
  ])('refuses %s', (_name, as) => {
    expect(() => impersonationHeaders(as)).toThrow();
  });

  it('never lets a system name through, whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const groups = [`${before}system:${after}`];
        let sent: unknown;
        try {
          sent = impersonationHeaders({ user: 'tom', groups })[
            'Impersonate-Group'
          ];
        } catch (error) {
          sent = 'nothing';
        }
        expect(String(sent).trim().toLowerCase()).not.toMatch(/^system:/);
      }),
    );
  });

  it('sends no group header when there is none, and each group once', () => {
    expect(impersonationHeaders({ user: 'tom', groups: [] })).toEqual({
      'Impersonate-User': 'tom',
    });
    expect(impersonationHeaders({ user: 'tom', groups: ['a', 'a'] })).toEqual({
      'Impersonate-User': 'tom',
      'Impersonate-Group': ['a'],
    });
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['soon', undefined],
    ['0', 0],
    ['120', 120_000],
    ['Sat, 21 Nov 2026 12:02:00 GMT', 120_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ])('reads %p as %p', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});

describe('redact', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'abc.def'],
    ['basic dG9tOnNlY3JldA== sent', 'dG9tOnNlY3JldA=='],
    ['got eyJhbGciOi.eyJzdWIi.sig here', 'eyJhbGciOi'],
    ['https://tom:hunter2@host/', 'hunter2'],
    ['token=s3cr3t&x', 's3cr3t'],
    ['"client-key-data": "LS0tLS1"', 'LS0tLS1'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA', 'MIIE'],
    ['x my-own-secret y', 'my-own-secret'],
    ['access_token=s3cr3t&x', 's3cr3t'],
    ['X-Api-Key: s3cr3t', 's3cr3t'],
    ['{"clientSecret":"s3cr3t"}', 's3cr3t'],
    [String.raw`{\"token\":\"s3cr3t\"}`, 's3cr3t'],
    ['callback?id_token%3Ds3cr3t', 's3cr3t'],
    ['authorization=Bearer%20s3cr3t', 's3cr3t'],
    ['Location: https://ghp_s3cr3t@host/', 's3cr3t'],
    ['https://tom:hun@ter/2@host/', 'ter/2'],
    ['AWS_SECRET_ACCESS_KEY=s3cr3t', 's3cr3t'],
  ])('takes the secret out of %p', (text, secret) => {
    expect(redact(text, ['my-own-secret'])).not.toContain(secret);
  });

  it('finds a secret in whatever is made of it', () => {
    const makers: Array<(secret: string) => string> = [
      secret => JSON.stringify({ said: secret }),
      secret => encodeURIComponent(secret),
      secret =>
        encodeURIComponent(secret).replace(/%../g, code => code.toLowerCase()),
      secret => new URLSearchParams({ said: secret }).toString(),
      secret => Buffer.from(secret).toString('hex'),
      secret => Buffer.from(secret).toString('base64'),
      secret => Buffer.from(secret).toString('base64url'),
      secret => Buffer.from(`Bearer ${secret}`).toString('base64'),
      secret => Buffer.from(`tom:${secret}`).toString('base64'),
      secret => Buffer.from(`to:${secret}, and more`).toString('base64'),
    ];
    const secrets = [
      'simulator-reader',
      'a/b+c?d&e=f~ü',
      'two words "quoted"',
      'line\nbreak\\slash',
    ];
    for (const secret of secrets) {
      for (const make of makers) {
        const made = make(secret);
        const safe = redact(`the server said ${made} and no more`, [secret]);
        expect(safe).toContain('[redacted]');
        // In each of them the secret stands around the middle.
        const middle = Math.floor(made.length * 0.55);
        expect(safe).not.toContain(made.slice(middle, middle + 5));
      }
    }
  });

  it('makes one printable line of bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => {
        const safe = redact(text);
        expect(safe.length).toBeLessThanOrEqual(300);
        expect(safe).not.toMatch(/\p{Cc}|\u2028/u);
      }),
    );
  });

  it.each([`//${':'.repeat(2_000_000)}`, 'eyJaaaa-'.repeat(250_000)])(
    'answers at once, however long what a server says is',
    text => {
      const begun = performance.now();
      redact(`${text} token=s3cr3t`);
      redact(`${'word '.repeat(900)}${text}`);
      expect(performance.now() - begun).toBeLessThan(2000);
    },
  );

  it('does not cut a credential in two and leave its first half', () => {
    const text = `${'token=a '.repeat(511)}//tom:hunter2hunter2@host/`;
    expect(redact(text)).not.toContain('hunter');
  });

  it('leaves ordinary words alone', () => {
    const text =
      'deployments.apps is forbidden: User "tom" cannot list resource "deployments"';
    expect(redact(text)).toBe(text);
  });
});

describe('splitLines', () => {
  it('gives the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (texts, sizes) => {
          const lines = texts.map(text => text.replace(/\n/g, ' '));
          const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
          const split = splitLines(1000);
          const seen: string[] = [];
          for (let at = 0, i = 0; at < bytes.length; i++) {
            const size = sizes[i % sizes.length];
            seen.push(
              ...split(bytes.subarray(at, at + size)).map(line => line.text),
            );
            at += size;
          }
          seen.push(...split().map(line => line.text));
          expect(seen).toEqual(lines.filter(line => line !== ''));
        },
      ),
    );
  });
});

describe('RequestLimiter', () => {
  const never = new AbortController().signal;

  it('lets no more calls run at once than allowed, and all of them in the end', async () => {
    const limiter = RequestLimiter.create({ inFlight: 3 });
    let most = 0;
    const calls = Array.from({ length: 20 }, (_, index) =>
      limiter.run(never, async () => {
        most = Math.max(most, limiter.running);
        await new Promise(resolve => setTimeout(resolve, index % 3));
        return index;
      }),
    );
    await expect(Promise.all(calls)).resolves.toHaveLength(20);
    expect(most).toBe(3);
    expect(limiter.running).toBe(0);
  });

  it('forgets a call that is aborted while it waits', async () => {
    const limiter = RequestLimiter.create({ inFlight: 1 });
    const release = await limiter.acquire(never);
    const controller = new AbortController();
    const waiting = limiter.acquire(controller.signal);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    release();
    release();
    expect(limiter.running).toBe(0);
    await expect(limiter.run(never, async () => 'free')).resolves.toBe('free');
  });

  it('starts nothing while it is held', async () => {
    const limiter = RequestLimiter.create();
    limiter.hold(80);
    const began = performance.now();
    await limiter.run(never, async () => {});
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });
});
