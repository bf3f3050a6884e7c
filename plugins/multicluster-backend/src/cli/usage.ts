/** What `fairway` can do. */
export const usage = `fairway audit verify [--config <file>]... [--checkpoints <file>] [--key <pem>]... [--json]
  Reads the whole trail of approvals and says what is not as it was written, and what it cannot prove.
  --config       configuration of the portal, as for the back end; app-config.yaml when absent
  --checkpoints  the file of signed checkpoints; that of the configuration when absent
  --key          key they are signed with, the public half is enough; that of the configuration when absent.
                 Name each key they were ever signed with
  --json         one object instead of lines
  Ends with 0: sound; 1: something is not as it was written; 2: it could not be looked at

fairway audit erase --seq <number>... --actor <who> --reason <text> [--config <file>]...
  Erases what entries say of people. The chain holds as before, and that they were erased is an entry of its own.`;
