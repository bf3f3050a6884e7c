import { generate } from 'selfsigned';

let made: { key: string; cert: string } | undefined;

/** A self-signed certificate for localhost and 127.0.0.1, which is its own CA. Made once per process. */
export function testCertificate(): { key: string; cert: string } {
  if (!made) {
    const { private: key, cert } = generate(
      [{ name: 'commonName', value: 'localhost' }],
      {
        keySize: 2048,
        algorithm: 'sha256',
        extensions: [
          { name: 'basicConstraints', cA: true },
          {
            name: 'subjectAltName',
            altNames: [
              { type: 2, value: 'localhost' },
              { type: 7, ip: '127.0.0.1' },
            ],
          },
        ],
      },
    );
    made = { key, cert };
  }
  return made;
}
