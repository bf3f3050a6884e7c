import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, jwtVerify } from 'jose';
import { ApiKey } from './ApiKey';
import { actAsAnybody } from '../__testUtils__/actAsAnybody';
import { SecretText } from './SecretText';
import { Session } from './Session';
import { SigningKeySessions } from './SigningKeySessions';
import { StaticSessions } from './StaticSessions';

const KEY_TEXT = 'k'.repeat(40);
const NOW = 1_795_260_000_000;

describe('Session', () => {
  it.each([
    '',
    ' ',
    'abc',
    'a.b.c;',
    'a.b.c; x',
    'a.b',
    '..',
    'a=b.c.d',
    'a.b.\n',
  ])('is not made of %j, after which a control plane would be gone', text => {
    expect(Session.of(text)).toBeUndefined();
  });

  it('is one cookie with a value', () => {
    expect(Session.of('a.b-1.c_2')!.cookie).toBe('token=a.b-1.c_2');
  });
});

describe('ApiKey', () => {
  it.each(['', '  ', 'nodot', 'two words.x', '.'])(
    'is not made of %j',
    text => {
      expect(ApiKey.of(text)).toBeUndefined();
    },
  );

  it('stands behind one blank, without the line end of a file', () => {
    expect(ApiKey.of('id.secret\n')!.authorization).toBe('API-KEY id.secret');
  });
});

describe('SigningKeySessions', () => {
  const sessions = SigningKeySessions.create({
    key: SecretText.ofValue(KEY_TEXT),
    project: 'demo',
    role: 'Viewer',
    actAs: actAsAnybody,
    now: () => NOW,
  });
  const claims = (session: Session) => decodeJwt(session.secret);

  it('signs for reading with the role that is configured, in the name of nobody', async () => {
    expect(claims(await sessions.reading())).toMatchObject({
      iss: 'PipeCD',
      sub: 'fairway',
      role: { project_id: 'demo', project_rbac_roles: ['Viewer'] },
    });
  });

  it('begins in the past, because clocks differ and no moment may be in the future', async () => {
    const { iat, nbf } = claims(await sessions.reading());

    expect([iat, nbf]).toEqual([NOW / 1000 - 45, NOW / 1000 - 45]);
  });

  it('signs with every byte of the key, a line end too', async () => {
    const key = Buffer.from(`${KEY_TEXT}\n`);
    const { secret } = await SigningKeySessions.create({
      key: SecretText.ofValue(`${KEY_TEXT}\n`),
      project: 'demo',
      role: 'Viewer',
    }).reading();

    await expect(jwtVerify(secret, key)).resolves.toBeDefined();
    await expect(jwtVerify(secret, Buffer.from(KEY_TEXT))).rejects.toThrow(
      'signature',
    );
  });

  it('acts as a person with what is installed for that, and as nobody without', async () => {
    const reading = SigningKeySessions.create({
      key: SecretText.ofValue(KEY_TEXT),
      project: 'demo',
      role: 'Viewer',
    });

    expect(sessions.actsAsPerson).toBe(true);
    expect(claims(await sessions.acting('alice')).sub).toBe('alice');
    expect(reading.actsAsPerson).toBe(false);
    await expect(reading.acting('alice')).rejects.toMatchObject({
      problem: 'unauthenticated',
    });
  });

  it('acts as nobody without a name', async () => {
    await expect(sessions.acting('')).rejects.toMatchObject({
      problem: 'unauthenticated',
    });
  });

  it('keeps a session for reading until shortly before its end', async () => {
    let now = NOW;
    const kept = SigningKeySessions.create({
      key: SecretText.ofValue(KEY_TEXT),
      project: 'demo',
      role: 'Viewer',
      now: () => now,
    });
    const first = await kept.reading();
    now += 200_000;
    const second = await kept.reading();
    now += 60_000;

    expect(second).toBe(first);
    expect(await kept.reading()).not.toBe(first);
  });
});

describe('SecretText', () => {
  it('follows its file, and keeps what it has while that is being replaced', () => {
    const directory = mkdtempSync(join(tmpdir(), 'fairway-'));
    const file = join(directory, 'key');
    writeFileSync(file, 'first\n');
    const secret = SecretText.ofFile(file, 'x.apiKeyFile');
    writeFileSync(file, '');
    const emptied = secret.renew();
    writeFileSync(file, 'second and longer');

    expect(emptied).toBe(false);
    expect(secret.renew()).toBe(true);
    expect(secret.text).toBe('second and longer');
    rmSync(directory, { recursive: true });
  });
});

describe('StaticSessions', () => {
  const answer = (status: number, cookies: string[]) => {
    const headers = new Headers();
    cookies.forEach(cookie => headers.append('set-cookie', cookie));
    return new Response(null, { status, headers });
  };
  const login = {
    url: 'https://pipecd.example.org/base',
    project: 'demo',
    username: 'admin',
    password: SecretText.ofValue('hush'),
  };

  it('is signed in when there is a token, whatever the status, and keeps it', async () => {
    const post = jest.fn(async () =>
      answer(302, ['token=a.b.c; Path=/; HttpOnly']),
    );
    const sessions = StaticSessions.create(login, { fetch: post });
    const first = await sessions.reading();

    expect(await sessions.acting()).toBe(first);
    expect(first.cookie).toBe('token=a.b.c');
    expect(post).toHaveBeenCalledTimes(1);
    expect(post.mock.calls[0]).toEqual([
      'https://pipecd.example.org/base/auth/login/static',
      expect.objectContaining({ method: 'POST', redirect: 'manual' }),
    ]);
  });

  it.each([
    [303, ['error="Unable to login"; Path=/']],
    [302, ['token=; Path=/']],
    [302, []],
  ])(
    'is not signed in with %d and %j, says nothing of the password, and does not try again at once',
    async (code, cookies) => {
      const post = jest.fn(async () => answer(code, cookies));
      const sessions = StaticSessions.create(login, { fetch: post });
      const failure = await sessions.reading().catch((error: Error) => error);
      await sessions.reading().catch(() => {});

      expect(failure).toMatchObject({ problem: 'unauthenticated' });
      expect(String(failure)).not.toContain('hush');
      expect(post).toHaveBeenCalledTimes(1);
    },
  );

  it('signs in once for many who ask, and once more after a refusal', async () => {
    let count = 0;
    const post = jest.fn(async () => answer(302, [`token=a.b.c${count++}`]));
    const sessions = StaticSessions.create(login, { fetch: post });
    const [one, two] = await Promise.all([
      sessions.reading(),
      sessions.reading(),
    ]);
    sessions.refused(one);
    sessions.refused(two);
    const renewed = await sessions.reading();
    sessions.refused(one);

    expect(two).toBe(one);
    expect(renewed.cookie).toBe('token=a.b.c1');
    expect(await sessions.reading()).toBe(renewed);
    expect(post).toHaveBeenCalledTimes(2);
  });
});
