/** How to reach and sign in to a Kubernetes API server. */
type ClusterCredential = {
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
    kubernetes?: {
      /**
       * Also reads the clusters that `kubernetes.clusterLocatorMethods` of type `config` list with a serviceAccountToken. What
       * else is listed there is named on the sources page. Default: false.
       */
      fromPortal?: boolean;
      /**
       * Clusters that no control plane federates. An entry without a credential overrides what the portal's list says of the
       * cluster of that name.
       */
      clusters?: Array<
        {
          /**
           * Name of the source and of its cluster: in URLs, filters, environments and permissions. Required; changing it makes
           * everything known of it new. Optional for the schema, so that one entry without a name is named on the sources page
           * and the portal starts.
           */
          name?: string;
          title?: string;
          /** Labels of the cluster, for environments. */
          labels?: { [name: string]: string };
          /** Default: the one that the labels of its nodes state. */
          region?: string;
          /** Namespaces to read, each by itself. Default: all but `kube-*`. */
          namespaces?: string[];
          /** uid of the namespace kube-system, where the credential may not read it. */
          uid?: string;
          credentials?: {
            /** Reads pods, events and logs for people. Default: the cluster's own credential. */
            logs?: ClusterCredential;
          };
          /** As whom pods, events, logs and manifests are read. */
          identity?: {
            /**
             * `impersonate`: as the person who asks, so that the roles of the cluster decide. `service`: as the credential
             * itself; only the portal's own permissions decide. Default: impersonate.
             */
            mode?: string;
            /**
             * Name of a person in the cluster, from `{name}`, `{namespace}`, `{ref}` and `{email}`, for example
             * `oidc:{name}`. Default: `{name}`. Who has no value for a placeholder is refused. `{email}` needs
             * `trustProfileEmail`.
             */
            user?: string;
            /** Namespace of the catalog whose bare `{name}` counts. Default: default. */
            namespace?: string;
            /** Takes `{email}` from the profile of the User entity, which whoever writes those decides. Default: false. */
            trustProfileEmail?: boolean;
            /** Names of their groups, from the same placeholders except `{email}`. Default: no groups. */
            groups?: string;
          };
        } & ClusterCredential
      >;
    };
  };
}
