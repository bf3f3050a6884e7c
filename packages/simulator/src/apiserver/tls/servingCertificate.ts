import { generate } from 'selfsigned';

/** Key and certificate in PEM; the certificate is its own authority. */
export interface ServingCertificate {
  key: string;
  cert: string;
}

/** Makes a certificate for loopback, valid for a year. It is new at each start: nothing secret is kept on disk. */
export function servingCertificate(): ServingCertificate {
  const made = generate([{ name: 'commonName', value: 'fairway-simulator' }], {
    days: 365,
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'keyUsage',
        keyCertSign: true,
        digitalSignature: true,
        keyEncipherment: true,
      },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
