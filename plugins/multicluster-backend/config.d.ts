import { HumanDuration } from '@backstage/types';

export interface Config {
  multicluster?: {
    /**
     * Environments in order of promotion, and what belongs to them: clusters, namespaces and labels of workloads, all of what
     * is named, or pipelines. The first whose rule holds wins. While there are none, the order development, test, production
     * is shown and nothing belongs to any.
     */
    environments?: Array<{
      /** Name, as in filters and answers. */
      name: string;
      /** What people read; the name when absent. */
      title?: string;
      /** Which clusters; everything named here must hold. */
      clusters?: {
        /** Names, with `*` and `?`. */
        names?: string[];
        /** Labels of the cluster at its control plane. */
        labels?: { [key: string]: string };
        /** Configured name of a source. */
        controlPlane?: string;
      };
      /** Namespaces, with `*` and `?`; on clusters that hold by `clusters`, or on any where that is absent. */
      namespaces?: string[];
      /** Which workloads. */
      workloads?: {
        /** Labels of the template. */
        labels?: { [key: string]: string };
      };
      /** Pipelines that deliver to it; one that holds is enough. Each must name a source, names or labels. */
      pipelines?: Array<{
        /** Configured name of a source. */
        source?: string;
        /** Names of pipelines, with `*` and `?`. */
        names?: string[];
        /** Labels of the pipeline, or labels and parameters of the run. */
        labels?: { [key: string]: string };
        /** Name of the stage by whose end a run has arrived there; the whole run when absent. */
        stage?: string;
      }>;
    }>;

    /** How clusters are judged. */
    clusters?: {
      /** Clusters that come and go by design, for example at the edge; names with `*` and `?`. */
      intermittent?: string[];
      /** How long a cluster may not be ready before owners are notified; one minute by default. */
      grace?: HumanDuration | string;
      /** The same for intermittent clusters; one day by default. */
      intermittentGrace?: HumanDuration | string;
    };

    /** How entities find their workloads. */
    matching?: {
      /**
       * What is shown of workloads that only the entity's own YAML claims: `hidden` (the default) or `placement`, which
       * lets whoever can register an entity see where any workload runs.
       */
      claimed?: 'hidden' | 'placement';
      /**
       * The platform's word on whom a namespace belongs to. Confirms what entities of the owner claim there, and keeps labels
       * from confirming anything for others. An owner and a system in one entry must both be the entity's.
       */
      namespaces?: Array<{
        /** Configured name of a source; any when absent. */
        controlPlane?: string;
        /** Namespace, with `*` and `?`. */
        namespace: string;
        /** Ref of the owner. */
        owner?: string;
        /** Ref of the system. Every entity names its own, so without an owner it needs `trustSystem`. */
        system?: string;
        /** Accepts a system without an owner: whoever may register entities then has the namespace. */
        trustSystem?: boolean;
      }>;
      /**
       * The platform's word on whom a pipeline belongs to. Confirms what entities of the owner claim of it, and keeps everything
       * else from confirming it for others. An owner and a system in one entry must both be the entity's.
       */
      pipelines?: Array<{
        /** Configured name of a source; any when absent. */
        source?: string;
        /** Name of the pipeline, with `*` and `?`. */
        name: string;
        /** Ref of the owner. */
        owner?: string;
        /** Ref of the system. Every entity names its own, so without an owner it needs `trustSystem`. */
        system?: string;
        /** Accepts a system without an owner: whoever may register entities then has the pipelines. */
        trustSystem?: boolean;
      }>;
      /** How often the catalog is read for what entities claim; 30 seconds by default. */
      every?: HumanDuration | string;
    };

    /** How long is kept what is not needed for today's answers. */
    retention?: {
      /** Changes of derived states, which history reads from; 90 days by default. */
      transitions?: HumanDuration | string;
      /** Runs of pipelines that are over, from when they ended; 90 days by default. */
      runs?: HumanDuration | string;
    };

    /** Reads on demand: pods, events, rendered manifests and logs. */
    detail?: {
      /** How long each cluster may take; three seconds by default. */
      deadline?: HumanDuration | string;
      /** Reads under way at once, over all callers; 32 by default. */
      maxInFlight?: number;
      /** Logs that a user may follow at once; 4 by default. */
      logsPerUser?: number;
      /** Characters of a log before it ends; ten million by default. */
      logMaxChars?: number;
      /** How long a log may be followed; half an hour by default. */
      logMaxDuration?: HumanDuration | string;
    };
  };
}
