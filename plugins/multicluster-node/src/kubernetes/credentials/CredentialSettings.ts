/** Where a credential comes from, as configured. @internal */
export type CredentialSettings = {
  configKey: string;
  allowExec: boolean;
} & (
  | {
      kind: 'kubeconfig';
      file?: string;
      inline?: string;
      context?: string;
    }
  | {
      kind: 'direct';
      url: string;
      token?: string;
      tokenFile?: string;
      certFile?: string;
      keyFile?: string;
      caFile?: string;
      caData?: string;
      serverName?: string;
      skipTLSVerify: boolean;
    }
);
