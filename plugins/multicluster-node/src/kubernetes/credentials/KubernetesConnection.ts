import { Agent as HttpAgent, OutgoingHttpHeaders } from 'node:http';
import { SecureContextOptions } from 'node:tls';

/** How to reach an API server, at this moment. Never logged: it holds the credential. @public */
export interface KubernetesConnection {
  /** Base address; a path in it stands before every path. */
  url: URL;
  tls: Pick<SecureContextOptions, 'ca' | 'cert' | 'key' | 'passphrase'> & {
    rejectUnauthorized?: boolean;
    servername?: string;
  };
  /** Authorization, when the credential is a header. */
  headers: OutgoingHttpHeaders;
  /** Set where a proxy stands between. */
  agent?: HttpAgent;
  /** Values that must appear in no message. */
  secrets: string[];
  /** Changes whenever anything above does. */
  generation: number;
}
