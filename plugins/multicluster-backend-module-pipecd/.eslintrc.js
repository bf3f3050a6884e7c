module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Journeys of approvals start the whole back end; what is published of this package imports none of it.
    '@backstage/no-mixed-plugin-imports': [
      'warn',
      { excludedFiles: ['**/__testUtils__/**'] },
    ],
  },
});
