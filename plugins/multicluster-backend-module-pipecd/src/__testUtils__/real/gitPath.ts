/** Where applications of the cases have their configuration. */
export const gitPath = {
  repo: {
    id: 'apps',
    remote: 'https://github.com/acme/apps.git',
    branch: 'main',
  },
  path: 'conformance/any',
  config_filename: 'app.pipecd.yaml',
};
