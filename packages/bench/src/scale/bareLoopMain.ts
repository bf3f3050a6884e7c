import { bareLoop } from './bareLoop';

bareLoop(process.argv[2]).then(
  result => {
    process.send?.(result);
    process.disconnect?.();
  },
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
