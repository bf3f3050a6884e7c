export interface Config {
  multicluster?: {
    sampleTool?: {
      /** Servers of the tool to read; each is a source. */
      instances?: Array<{
        /** Name within the portal: in URLs, filters and permissions. Changing it makes everything known of it new. */
        name: string;
        title?: string;
        /** Address of the API, for example `https://sample-tool.example.org`. */
        url: string;
        /**
         * A token that may read.
         * @visibility secret
         */
        token: string;
      }>;
    };
  };
}
