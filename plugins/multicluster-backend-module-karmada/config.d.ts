/** How to reach and sign in to a Kubernetes API server. */
type KarmadaCredential = {
  kubeconfig?: {
    /** Path of a kubeconfig; read again when it changes. */
    file?: string;
    /**
     * A whole kubeconfig.
     * @visibility secret
     */
    inline?: string;
    /** Context to use; the current one when absent. */
    context?: string;
  };
  /** Address of the API server, in the place of a kubeconfig. */
  url?: string;
  /** @visibility secret */
  token?: string;
  /** Path of a token; read again when it changes. */
  tokenFile?: string;
  /** Path of a client certificate, with keyFile. */
  certFile?: string;
  keyFile?: string;
  /** Path of the certificates of the authority that signed the server's. */
  caFile?: string;
  /** The same as PEM, or PEM in base64. */
  caData?: string;
  /** Name to expect in the server's certificate, when it is not the host of the address. */
  serverName?: string;
  /** Does not check the server's certificate. For demonstrations only. */
  skipTLSVerify?: boolean;
  /** Allows kubeconfigs that run a command to sign in. */
  allowExec?: boolean;
};

export interface Config {
  multicluster?: {
    karmada?: {
      /** Karmada control planes to read. */
      controlPlanes?: Array<
        {
          /**
           * Name within the portal: in URLs, filters and permissions. Required; changing it makes everything known of it new.
           * Optional for the schema, so that one entry without a name is named on the sources page and the portal starts.
           */
          name?: string;
          title?: string;
          /**
           * Version of the Karmada, for example `1.14.3`. Its API does not tell it; needed for holding dispatch with versions
           * before 1.15 alone.
           */
          version?: string;
          /** Credentials of their own for what not everybody may do. What has none is off, and says so. */
          credentials?: {
            /** Reads Works: what each cluster was really sent. Works embed every propagated Secret. */
            works?: KarmadaCredential;
            /** Reads pods, events and logs of members through the cluster proxy. */
            logs?: KarmadaCredential;
            /** Writes: hold, release, move, cordon. */
            act?: KarmadaCredential;
          };
          /** As whom pods, events and logs are read. */
          identity?: {
            /**
             * `impersonate`: as the person who asks, so that the roles of control plane and members decide. `service`: as the
             * credential itself; only the portal's own permissions decide. Default: impersonate.
             */
            mode?: string;
            /**
             * Name of a person in the clusters, from `{name}`, `{namespace}`, `{ref}` and `{email}`, for example
             * `oidc:{name}`. Default: `{name}`. Who has no value for a placeholder is refused. `{email}` needs
             * `trustProfileEmail`.
             */
            user?: string;
            /**
             * Namespace of the catalog whose people and groups are meant by a `{name}` without `{namespace}` or `{ref}`: in
             * another namespace the same name is another's. People elsewhere are refused, groups elsewhere left out.
             * Default: default.
             */
            namespace?: string;
            /**
             * Takes `{email}` from the profile of the User entity. Whoever may write User entities can then be anybody in the
             * clusters. Default: false.
             */
            trustProfileEmail?: boolean;
            /**
             * Names of their groups, from the same placeholders of each group that owns in their name, except `{email}`.
             * Default: no groups.
             */
            groups?: string;
          };
          /** Reads names and labels of ConfigMaps that are placed by themselves. Secrets are never read. Default: false. */
          configMaps?: boolean;
        } & KarmadaCredential
      >;
    };
  };
}
