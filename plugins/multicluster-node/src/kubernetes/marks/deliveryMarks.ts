/**
 * Annotations by which delivery tools mark what they apply: PipeCD with the id of its application, Argo CD with
 * `<application>:<group>/<kind>:<namespace>/<name>`. A source that keeps them lets the core join a template with the pipeline
 * that applied it, without any configuration. Nothing else of annotations is needed for that.
 *
 * @public
 */
export const deliveryMarks: readonly string[] = [
  'pipecd.dev/application',
  'argocd.argoproj.io/tracking-id',
];
