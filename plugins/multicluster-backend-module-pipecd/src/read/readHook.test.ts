import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SecretText } from '../session/SecretText';
import { readHook } from './readHook';

const hook = {
  secret: SecretText.ofValue('the secret'),
  header: 'pipecd-signature',
};
const headers = { 'pipecd-signature': 'the secret' };
const read = (event: unknown, given: Record<string, string> = headers) =>
  readHook(hook, { headers: given, body: Buffer.from(JSON.stringify(event)) });
const events = JSON.parse(
  readFileSync(
    resolve(__dirname, '../__testUtils__/recordings/webhooks.json'),
    'utf8',
  ),
) as Array<{ body_raw: string }>;

describe('readHook', () => {
  it('reads the id of the deployment from every recorded notification that has one, and nothing else', () => {
    expect(events.length).toBeGreaterThan(10);
    for (const { body_raw } of events) {
      const { Metadata } = JSON.parse(body_raw) as {
        Metadata: { deployment?: { id: string } };
      };
      const id = Metadata.deployment?.id;
      const body = Buffer.from(body_raw);

      expect(readHook(hook, { headers, body })).toEqual({
        runKeys: id === undefined ? [] : [id],
      });
    }
  });

  it.each(['the secreT', 'the secre', 'the secret ', ''])(
    'refuses the secret %j',
    secret => {
      expect(() => read({ Type: 4 }, { 'pipecd-signature': secret })).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
    },
  );

  it.each([null, [], 'text', {}, { Type: '4' }, { Type: 1.5 }])(
    'takes %j for no notification',
    event => {
      expect(() => read(event)).toThrow(
        expect.objectContaining({ name: 'InputError' }),
      );
    },
  );

  it.each([
    { deployment: { id: '../../etc' } },
    { deployment: { id: 7 } },
    { deployment: null },
    null,
  ])('hints at everything when the id is %j', Metadata => {
    expect(read({ Type: 4, Metadata })).toEqual({ runKeys: [] });
  });

  it('reads nothing that is larger than any notification', () => {
    const long = { Type: 4, more: 'x'.repeat(1024 * 1024) };

    expect(() => read(long)).toThrow('no notification');
  });
});
