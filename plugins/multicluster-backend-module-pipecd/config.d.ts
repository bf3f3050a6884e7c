export interface Config {
  multicluster?: {
    pipecd?: {
      /** PipeCD control planes to read. */
      controlPlanes?: Array<{
        /** Name for people and messages. */
        name?: string;
        title?: string;
        /** `host:port` of the API service, or of the gateway in front of all services. */
        address?: string;
        /** `host:port` of the web service, where it is another than `address`. */
        webAddress?: string;
        /** Address of the web pages, for links and for the static login, for example `https://pipecd.example.org`. */
        url?: string;
        tls?: {
          /** `system` (default): the roots of the machine; `ca`: those of `caFile`; `plain`: no encryption. */
          mode?: string;
          /** Path of the certificates of the authority that signed the server's; read again when it changes. */
          caFile?: string;
        };
        /** One source each. */
        projects?: Array<{
          /** Name within the portal: in URLs, filters and permissions. Changing it makes everything known of it new. */
          name?: string;
          title?: string;
          /** Id of the project in PipeCD. */
          project?: string;
          /**
           * An API key of the project, READ_ONLY unless pipelines are to be synced with it.
           * @visibility secret
           */
          apiKey?: string;
          /** Path of the API key; read again when it changes. */
          apiKeyFile?: string;
          /** A session of the web service. What needs one is off without it, and says so. */
          web?: {
            /** `signing-key`: sessions are signed here, for each person; `static`: the static admin of the project. */
            mode?: string;
            /**
             * The encryption key of the control plane, exactly as in its file.
             * @visibility secret
             */
            key?: string;
            /** Path of the encryption key; its bytes are the key, a line end at its end too. Read again when it changes. */
            keyFile?: string;
            /** Role that sessions for reading have. Default: Viewer. */
            role?: string;
            username?: string;
            /** @visibility secret */
            password?: string;
            /** Path of the password; read again when it changes. */
            passwordFile?: string;
          };
          /** Who a person is in PipeCD, for what is done in their name. */
          identity?: {
            /** From `{name}`, `{namespace}`, `{ref}` and `{email}`. Default: `{name}`. */
            user?: string;
            /** Namespace of the catalog whose bare `{name}` counts. Default: default. */
            namespace?: string;
            /** Takes `{email}` from the profile of the User entity. Default: false. */
            trustProfileEmail?: boolean;
          };
          /** Names of API keys, by their ids: who synced with them reads so. */
          actors?: { [id: string]: string };
          /** Notifications of pipeds, as hints to look at once. */
          hook?: {
            /**
             * What pipeds send as `signatureValue`.
             * @visibility secret
             */
            secret?: string;
            /** Path of the same; read again when it changes. */
            secretFile?: string;
            /** `signatureKey` of the pipeds. Default: PipeCD-Signature. */
            header?: string;
          };
        }>;
      }>;
    };
  };
}
